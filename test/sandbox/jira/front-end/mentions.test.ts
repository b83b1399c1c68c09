import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adfToText, textToAdf } from "../adf";
import { linkMentions, mentionedKeys, nameMentions } from "./mentions";

const exists = (key: string) => key.startsWith("ATL-");
const linksOf = (text: string) =>
  linkMentions(textToAdf(text), exists)
    .content?.flatMap((paragraph) => paragraph.content ?? [])
    .filter((node) => node.marks?.some((mark) => mark.type === "link"))
    .map((node) => [node.text, node.marks?.at(-1)?.attrs?.href]);

describe("mentions of issues in a text", () => {
  it.each([
    ["See ATL-1.", [["ATL-1", "/browse/ATL-1"]]],
    [
      "ATL-1 and ATL-22, not UTF-8 nor ATL-3x",
      [
        ["ATL-1", "/browse/ATL-1"],
        ["ATL-22", "/browse/ATL-22"],
      ],
    ],
    ["nothing here", []],
  ])("become links where the issue exists: %s", (text, links) => {
    expect(linksOf(text)).toEqual(links);
  });

  it("are listed once each", () => {
    expect(mentionedKeys(textToAdf("ATL-1, UTF-8, ATL-1"))).toEqual(["ATL-1", "UTF-8"]);
  });

  it("never change the text", () => {
    const words = fc.array(fc.oneof(fc.string(), fc.constantFrom("ATL-1", " ", "ATL-2", "UTF-8")));
    fc.assert(
      fc.property(words, (some) => {
        const document = textToAdf(some.join(""));
        expect(adfToText(linkMentions(document, exists))).toBe(adfToText(document));
      }),
    );
  });
});

it("shows the name of a person who is mentioned, found by the account id", () => {
  const mention = (id: string) => ({ type: "mention", attrs: { id } });
  const document = { type: "doc", content: [{ type: "paragraph", content: [mention("a1"), mention("a2")] }] };
  const named = nameMentions(document, (id) => (id === "a1" ? "Ana Duarte" : undefined));
  expect(named.content?.[0]?.content?.map((it) => it.attrs?.text)).toEqual(["@Ana Duarte", "@unknown"]);
});
