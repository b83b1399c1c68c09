import type { Issue, Workspace } from "./data/model";

/** An issue of team "team" for tests. */
export function anIssue(fields: Partial<Issue> = {}): Issue {
  return {
    id: "i1",
    identifier: "ATL-1",
    number: 1,
    title: "Scan pallets at the gate",
    priority: 0,
    estimate: null,
    sortOrder: 0,
    createdAt: "2026-11-01T09:00:00.000Z",
    dueDate: null,
    teamId: "team",
    stateId: "todo",
    assigneeId: null,
    creatorId: null,
    projectId: null,
    cycleId: null,
    parentId: null,
    labelIds: [],
    ...fields,
  };
}

/** A workspace for tests: one team, five states named by their ids. */
export function aWorkspace(): Workspace {
  const states = [
    { id: "backlog", type: "backlog" },
    { id: "todo", type: "unstarted" },
    { id: "doing", type: "started" },
    { id: "done", type: "completed" },
    { id: "canceled", type: "canceled" },
  ].map((state, position) => ({ ...state, name: state.id, color: "#888888", position }));
  return {
    viewerId: "ana",
    name: "Northwind",
    urlKey: "northwind",
    teams: [{ id: "team", key: "ATL", name: "Atlas" }],
    users: new Map(),
    states: new Map(states.map((state) => [state.id, state])),
    projects: new Map(),
    cycles: new Map(),
    labels: new Map(),
    views: new Map(),
  };
}
