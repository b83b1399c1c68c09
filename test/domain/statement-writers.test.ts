import { expect, it } from "vitest";
import { writersOfTexts } from "../../shared/domain/statement-writers";
import { aStatement } from "./builders";

const text = (by: string, over: Parameters<typeof aStatement>[0] = {}) => ({
  ...{ statement: aStatement(over), by: [by] },
});
const unread = (by: string) => ({ statement: null, by: [by] });

it.each([
  ["nobody, where no text is kept", [], []],
  [
    "whoever wrote the first text and whoever changed it",
    [text("ana"), text("raj", { cost: "less" })],
    ["ana", "raj"],
  ],
  ["not who changed white space", [text("ana", { cost: "a  lot" }), text("raj", { cost: "a lot" })], ["ana"]],
  ["not who took a name off or put one on", [text("ana"), text("raj", { author: null })], ["ana"]],
  [
    "who wrote what stands no more",
    [text("ana", { cost: "more" }), text("raj"), text("tom", { cost: "more" })],
    ["ana", "raj", "tom"],
  ],
  ["who wrote what cannot be read", [unread("ana"), unread("raj"), text("tom")], ["ana", "raj", "tom"]],
  [
    "everybody of a text that several wrote",
    [{ statement: aStatement(), by: ["ana", "raj"] }],
    ["ana", "raj"],
  ],
])("%s", (_, texts, writers) => {
  expect(writersOfTexts(texts)).toEqual(writers);
});
