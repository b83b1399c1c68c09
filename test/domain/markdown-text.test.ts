import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeText, unescapeLine, unescapeText } from "../../shared/domain/markdown-text";
import { aText } from "./arbitraries";

describe("plain text in Markdown", () => {
  it.each([
    ["2 * 3 < 7", String.raw`2 \* 3 \< 7`],
    ["snake_case_name _so_", String.raw`snake_case_name \_so\_`],
    ["https://a.example/x_y_?a=1&b_", "https://a.example/x_y_?a=1&b_"],
    ["# no heading", String.raw`\# no heading`],
    ["###### no heading", String.raw`\###### no heading`],
    ["####### too deep", "####### too deep"],
    ["#42 and C#", "#42 and C#"],
    ["- no item", String.raw`\- no item`],
    ["-5 degrees", "-5 degrees"],
    ["1. no item", String.raw`1\. no item`],
    ["12) no item", String.raw`12\) no item`],
    ["1.5 days", "1.5 days"],
    ["---", String.raw`\---`],
    ["> no quote", String.raw`\> no quote`],
    ["~5 of ~~7~~", String.raw`~5 of \~\~7\~\~`],
    ["R&D &lt; 3", String.raw`R&D \&lt; 3`],
    ["first\n# second", "first\n\\# second"],
  ])("%j is written as %j", (plain, markdown) => {
    expect(escapeText(plain)).toBe(markdown);
    expect(unescapeText(markdown.split("\n"))).toBe(plain);
  });

  it("comes back as it was", () => {
    fc.assert(
      fc.property(aText, (it) => {
        expect(unescapeText(escapeText(it).split("\n"))).toBe(it);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ["an address as a link to itself", "[https://a.example/x](https://a.example/x)", "https://a.example/x"],
    [
      "the same, with an escape",
      String.raw`[https://a.example/x\_](https://a.example/x_)`,
      "https://a.example/x_",
    ],
    ["the same, with a final slash", "[https://a.example](https://a.example/)", "https://a.example/"],
    ["an address in angle brackets", "see <https://a.example/x>.", "see https://a.example/x."],
    ["a link with words", "[report 12](https://a.example/x)", "report 12 (https://a.example/x)"],
    ["a hard break", "one\\", "one"],
    ["a backslash before a letter", String.raw`C:\temp`, String.raw`C:\temp`],
    ["emphasis", "**very** much", "**very** much"],
    ["needless escapes", String.raw`1\. a\-b\!`, "1. a-b!"],
  ])("reads %s", (_, markdown, plain) => {
    expect(unescapeLine(markdown)).toBe(plain);
  });
});
