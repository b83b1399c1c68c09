import { describe, expect, it } from "vitest";
import { aBoard, aWireIssue, wireStatuses } from "../wire-issue-builder";
import { applyCardMove, type CardMove, columnOf } from "./move-card";

const [, , done] = wireStatuses;
const data = aBoard([
  aWireIssue("A-1"),
  aWireIssue("A-2"),
  aWireIssue("A-3", { ...(done ? { status: done } : {}), done: true }),
]);

const columns = (board: typeof data) =>
  board.columnsData.columns.map(({ id }) =>
    board.issuesData.issues
      .filter((issue) => columnOf(board, issue) === id)
      .map((issue) => issue.key)
      .join(" "),
  );

describe("moving a card", () => {
  it.each<[string, CardMove, string[]]>([
    ["to another column", { key: "A-1", columnId: "2" }, ["A-2", "A-1", "A-3"]],
    [
      "before a card there",
      { key: "A-1", columnId: "3", beside: { key: "A-3", edge: "before" } },
      ["A-2", "", "A-1 A-3"],
    ],
    [
      "after a card there",
      { key: "A-1", columnId: "3", beside: { key: "A-3", edge: "after" } },
      ["A-2", "", "A-3 A-1"],
    ],
    [
      "within its column",
      { key: "A-2", columnId: "1", beside: { key: "A-1", edge: "before" } },
      ["A-2 A-1", "", "A-3"],
    ],
    ["that is not there", { key: "A-9", columnId: "2" }, ["A-1 A-2", "", "A-3"]],
  ])("%s", (_, move, expected) => {
    expect(columns(applyCardMove(data, move))).toEqual(expected);
  });

  it("counts as done in the last column only", () => {
    const moved = applyCardMove(data, { key: "A-3", columnId: "1" }).issuesData.issues.find(
      (it) => it.key === "A-3",
    );
    expect(moved?.done).toBe(false);
  });
});
