import fc from "fast-check";
import { expect, it } from "vitest";
import { line, text, tidy } from "../../shared/domain/text";
import { anyText } from "./arbitraries";

it.each([
  ["white space at the ends of lines", "  a \t\n  b  ", "a\nb"],
  ["more than one blank line", "a\n\n \n\nb", "a\n\nb"],
  ["other line ends", "a\r\nb\rc\u2028d", "a\nb\nc\nd"],
  ["control characters", "a\u0000b\u001b[1mc", "ab[1mc"],
  ["half an emoji", "a\ud83db😀", "ab😀"],
])("tidying removes %s", (_, raw, wanted) => {
  expect(tidy(raw)).toBe(wanted);
});

it("a text and a line stay the same when checked again", () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom(text, line), (raw, schema) => {
      const once = schema.safeParse(raw);
      if (once.success) expect(schema.parse(once.data)).toBe(once.data);
      else expect(tidy(raw)).toBe("");
    }),
    { numRuns: 2000 },
  );
});

it("a line has no line breaks", () => {
  expect(line.parse(" a\n\n b  c ")).toBe("a b c");
});
