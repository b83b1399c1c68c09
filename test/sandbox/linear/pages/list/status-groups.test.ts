import { expect, it } from "vitest";
import { anIssue, aWorkspace } from "../builders";
import { statusGroups } from "./status-groups";

const issues = [
  anIssue({ id: "1", stateId: "backlog", sortOrder: 2 }),
  anIssue({ id: "2", stateId: "todo", sortOrder: 3 }),
  anIssue({ id: "3", stateId: "todo", sortOrder: 1 }),
  anIssue({ id: "4", stateId: "doing", sortOrder: 4 }),
  anIssue({ id: "5", stateId: "done", sortOrder: 5 }),
];

it.each([
  ["active", "list", ["doing:4", "todo:3,2"]],
  ["backlog", "list", ["backlog:1"]],
  ["all", "list", ["doing:4", "todo:3,2", "backlog:1", "done:5"]],
  ["board", "board", ["backlog:1", "todo:3,2", "doing:4", "done:5", "canceled:"]],
  ["active", "board", ["todo:3,2", "doing:4"]],
] as const)("the %s view as %s holds the issues by status", (view, layout, expected) => {
  const groups = statusGroups(issues, aWorkspace(), view, layout);
  expect(groups.map(({ state, issues }) => `${state.id}:${issues.map(({ id }) => id).join(",")}`)).toEqual(
    expected,
  );
});
