import { describe, expect, it } from "vitest";
import { aBacklog, aWireIssue, aWireSprint } from "../wire-issue-builder";
import { applyMove, isIdle, type Move, moveTogether, rankBody, withNeighbour } from "./move";
import { sectionsOf } from "./sections";

const data = aBacklog(
  [
    aWireIssue("A-1", { sprintIds: [9, 1] }),
    aWireIssue("A-2", { sprintIds: [1] }),
    aWireIssue("A-3", { sprintIds: [2] }),
    aWireIssue("A-4"),
    aWireIssue("A-5"),
  ],
  [aWireSprint(1, "ACTIVE"), aWireSprint(2, "FUTURE"), aWireSprint(3, "FUTURE")],
);

const keysBySection = (backlog: typeof data) =>
  Object.fromEntries(
    sectionsOf(
      backlog,
      () => true,
      () => true,
    ).map((it) => [it.id, it.issues.map((issue) => issue.key).join(" ")]),
  );

describe("moving an issue in the backlog", () => {
  it.each<[string, Move, Record<string, string>]>([
    [
      "to the end of a sprint",
      { key: "A-4", sprintId: 1 },
      { 1: "A-1 A-2 A-4", 2: "A-3", 3: "", BACKLOG: "A-5" },
    ],
    [
      "before another issue",
      { key: "A-5", sprintId: 1, beforeKey: "A-2" },
      { 1: "A-1 A-5 A-2", 2: "A-3", 3: "", BACKLOG: "A-4" },
    ],
    [
      "after another issue",
      { key: "A-1", sprintId: null, afterKey: "A-4" },
      { 1: "A-2", 2: "A-3", 3: "", BACKLOG: "A-4 A-1 A-5" },
    ],
    [
      "into an empty sprint",
      { key: "A-2", sprintId: 3 },
      { 1: "A-1", 2: "A-3", 3: "A-2", BACKLOG: "A-4 A-5" },
    ],
    [
      "within its section",
      { key: "A-5", sprintId: null, beforeKey: "A-4" },
      { 1: "A-1 A-2", 2: "A-3", 3: "", BACKLOG: "A-5 A-4" },
    ],
  ])("shows it %s", (_, move, sections) => {
    expect(keysBySection(applyMove(data, withNeighbour(data, move)))).toEqual(sections);
  });

  it("keeps the closed sprints that it was in", () => {
    const moved = applyMove(data, { key: "A-1", sprintId: 2 }).issues.find((issue) => issue.key === "A-1");
    expect(moved?.sprintIds).toEqual([9, 2]);
  });

  it("is nothing where the issue is dropped on itself", () => {
    expect(isIdle({ key: "A-1", sprintId: 1, beforeKey: "A-1" })).toBe(true);
    expect(isIdle({ key: "A-1", sprintId: 1, beforeKey: "A-2" })).toBe(false);
  });

  it("asks the site in the shape of the real front end", () => {
    expect(rankBody(data, 7, withNeighbour(data, { key: "A-1", sprintId: null }))).toEqual({
      idOrKeys: ["A-1"],
      sprintId: null,
      addToBacklog: true,
      customFieldId: 10019,
      rapidViewId: 7,
      calculateNewIssuesOrder: false,
      idOrKeyAfter: "A-5",
    });
  });
});

describe("moving several issues together", () => {
  it("puts them behind what is there, in their order, by one request", () => {
    const { next, body } = moveTogether(data, 7, ["A-3", "A-4"], 1);
    expect(keysBySection(next)).toMatchObject({ 1: "A-1 A-2 A-3 A-4", 2: "", BACKLOG: "A-5" });
    expect(body).toMatchObject({
      idOrKeys: ["A-3", "A-4"],
      sprintId: 1,
      addToBacklog: false,
      idOrKeyAfter: "A-2",
    });
  });
});
