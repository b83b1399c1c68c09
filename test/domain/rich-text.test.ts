import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { statementHash } from "../../shared/domain/canonical";
import { readSheet, readStatement, writeSheet, writeStatement } from "../../shared/domain/markdown";
import { richTextMarkdown } from "../../shared/domain/rich-text";
import { markdownToAdf } from "../../shared/jira/adf";
import { proseMirrorOf } from "../sandbox/linear/prose-mirror";
import { anyStatement } from "./arbitraries";
import { aSheet, aStatement } from "./builders";

describe("a document of a tracker as Markdown", () => {
  it.each([
    ["Jira's", markdownToAdf],
    ["Linear's", proseMirrorOf],
  ])("gives back the page that %s was made of", (_, documentOf) => {
    const hard = aStatement({
      problem: "5 * 3 is *not* [bold] and `code`\n# no heading\n- no list",
      evidence: ["https://a.example/b_c_(d)?e=1", "1. not a number", "two\nlines"],
    });
    for (const it of [aStatement(), hard]) {
      const page = richTextMarkdown(documentOf(writeStatement(it)));
      expect(page && readStatement(page)).toEqual({ kind: "value", value: it });
    }
    const sheet = richTextMarkdown(documentOf(writeSheet(aSheet())));
    expect(sheet && readSheet(sheet)).toEqual({ kind: "value", value: aSheet() });
  });

  it("loses no word of a statement on its way through a comment in Jira", () => {
    // An item with an empty line inside comes back as two.
    const plain = anyStatement.filter(({ evidence, nonGoals }) =>
      [...evidence, ...nonGoals].every((it) => !it.includes("\n")),
    );
    fc.assert(
      fc.property(plain, (it) => {
        const page = richTextMarkdown(markdownToAdf(writeStatement(it)));
        const read = readStatement(page ?? "");
        expect(read.kind === "value" && statementHash(read.value)).toBe(statementHash(it));
      }),
    );
  });

  it.each([
    [{ type: "paragraph", content: [{ type: "mention", attrs: { text: "@Ana" } }] }, "@Ana"],
    [{ type: "paragraph", content: [{ type: "suggestion_userMentions", attrs: { label: "Ana" } }] }, "Ana"],
    [{ type: "wrapper", content: [{ type: "paragraph", content: [{ type: "text", text: "in" }] }] }, "in"],
    [
      {
        type: "paragraph",
        content: [
          { type: "text", text: "here", marks: [{ type: "link", attrs: { href: "https://a.example" } }] },
        ],
      },
      "[here](https://a.example)",
    ],
    [{ type: "blockquote", content: [{ type: "paragraph", content: [{ type: "text", text: "q" }] }] }, "> q"],
  ])("knows the words of %o", (node, expected) => {
    expect(richTextMarkdown({ type: "doc", content: [node] })).toBe(expected);
  });

  it.each([null, 7, "text", { content: [] }, { type: "doc", content: "x" }])("is none of %o", (raw) => {
    expect(richTextMarkdown(raw)).toBeNull();
  });
});
