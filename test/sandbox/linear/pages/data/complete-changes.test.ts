import { expect, it } from "vitest";
import { anIssue, aWorkspace } from "../builders";
import { completeChanges } from "./complete-changes";

it.each([
  [
    "a backlog issue put into a cycle becomes unstarted",
    { stateId: "backlog" },
    { cycleId: "c1" },
    { cycleId: "c1", stateId: "todo" },
  ],
  [
    "a started issue put into a cycle keeps its state",
    { stateId: "doing" },
    { cycleId: "c1" },
    { cycleId: "c1" },
  ],
  [
    "an issue moved to the backlog leaves its cycle",
    { stateId: "todo", cycleId: "c1" },
    { stateId: "backlog" },
    { stateId: "backlog", cycleId: null },
  ],
  [
    "an issue outside cycles moved to the backlog changes state only",
    { stateId: "todo" },
    { stateId: "backlog" },
    { stateId: "backlog" },
  ],
  ["what is so already is left out", { stateId: "todo", priority: 2 }, { stateId: "todo", priority: 2 }, {}],
])("%s", (_, issue, wanted, changes) => {
  expect(completeChanges(anIssue(issue), wanted, aWorkspace())).toEqual(changes);
});
