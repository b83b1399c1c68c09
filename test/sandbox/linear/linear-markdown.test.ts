import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normaliseMarkdown } from "./linear-markdown";

describe("Markdown as Linear gives it back", () => {
  it.each([
    ["- a\n+ b\n  - c", "* a\n* b\n  * c"],
    ["a  \n\n\n\nb\n", "a\n\nb"],
    ["a\r\nb", "a\nb"],
    ["```json\n- a  \n\n\n{}\n```", "```json\n- a  \n\n\n{}\n```"],
  ])("%j becomes %j", (written, given) => {
    expect(normaliseMarkdown(written)).toBe(given);
  });

  it("is the same when read and written again", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const once = normaliseMarkdown(text);
        expect(normaliseMarkdown(once)).toBe(once);
      }),
    );
  });
});
