import { describe, expect, it } from "vitest";
import {
  learnedAnswer,
  linearKey,
  ticketsQuestion,
} from "../../../../extension/entrypoints/background/message-schemas";

const answer = { status: 200, contentType: "application/json", retryAfterS: null, body: "{}" };
const learned = { workspace: null, request: { path: "/rest", asked: ["ATL-1"] }, answer };

describe("messages from content scripts", () => {
  it("take what the content script sends", () => {
    expect(ticketsQuestion.parse({ workspace: "northwind", keys: ["ATL-1"] })).toEqual({
      workspace: "northwind",
      keys: ["ATL-1"],
    });
    expect(learnedAnswer.parse(learned)).toEqual(learned);
    expect(linearKey.parse("lin_api_x")).toBe("lin_api_x");
  });

  it.each<[string, unknown]>([
    ["no question", undefined],
    ["keys that are no list", { workspace: null, keys: "ATL-1" }],
    ["a key that is no text", { workspace: null, keys: [1] }],
    ["an empty key", { workspace: null, keys: [""] }],
    ["a key that is a path", { workspace: null, keys: ["../ATL-1"] }],
    ["a key in lower case", { workspace: null, keys: ["atl-1"] }],
    ["a key with a line break", { workspace: null, keys: ["ATL-1\n"] }],
    ["an endless key", { workspace: null, keys: [`${"A".repeat(256)}-1`] }],
    ["too many keys", { workspace: null, keys: Array(5001).fill("ATL-1") }],
    ["an empty workspace", { workspace: "", keys: [] }],
    ["no workspace", { keys: [] }],
  ])("refuse %s", (_, data) => {
    expect(ticketsQuestion.safeParse(data).success).toBe(false);
  });

  it.each<[string, unknown]>([
    ["an answer without a request", { ...learned, request: undefined }],
    [
      "more names than one call asks for",
      { ...learned, request: { path: "/", asked: Array(101).fill("ATL-1") } },
    ],
    ["a body that is no text", { ...learned, answer: { ...answer, body: {} } }],
    ["a status that is none", { ...learned, answer: { ...answer, status: "200" } }],
    ["a wait into the past", { ...learned, answer: { ...answer, retryAfterS: -1 } }],
  ])("refuse %s", (_, data) => {
    expect(learnedAnswer.safeParse(data).success).toBe(false);
  });
});
