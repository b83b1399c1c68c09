import { expect, it } from "vitest";
import { anIssue, aWorkspace } from "../builders";
import { subIssueCounts } from "./sub-issue-counts";

it("counts the completed among the sub-issues of each issue that has any", () => {
  const issues = [
    anIssue({ id: "a" }),
    anIssue({ id: "b", parentId: "a", stateId: "done" }),
    anIssue({ id: "c", parentId: "a", stateId: "canceled" }),
    anIssue({ id: "d", parentId: "b", stateId: "todo" }),
  ];
  const counts = subIssueCounts(new Map(issues.map((issue) => [issue.id, issue])), aWorkspace());
  expect([...counts]).toEqual([
    ["a", "1/2"],
    ["b", "0/1"],
  ]);
});
