import { expect, it } from "vitest";
import { statementsBeside } from "../../../shared/desk/statements-beside";
import { value } from "../../../shared/domain/result";
import { aStatement, aWorkItem } from "../../domain/builders";

const says = (problem: string) => value(aStatement({ problem }));
const items = [
  aWorkItem({ id: "bet", statement: says("bet") }),
  aWorkItem({ id: "child", parentId: "bet", statement: says("child") }),
  aWorkItem({ id: "plain", parentId: "bet" }),
  aWorkItem({ id: "grandchild", parentId: "plain", statement: says("grandchild") }),
  aWorkItem({ id: "other", statement: says("other") }),
  aWorkItem({ id: "bad", statement: { kind: "unreadable", findings: [] } }),
];

it.each([
  ["bet", ["other"]],
  ["child", ["bet", "grandchild", "other"]],
  ["other", ["bet", "child", "grandchild"]],
])("beside %s there are the statements of what is neither it nor below it", (object, expected) => {
  expect(statementsBeside(object, items).map(({ problem }) => problem)).toEqual(expected);
});
