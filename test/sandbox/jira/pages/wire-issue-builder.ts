import type { BacklogData, BoardData, WireIssue, WireSprint, WireStatus } from "./wire";

/** Values for tests: complete, and different only in what the test names. */

export const wireStatuses: WireStatus[] = [
  { id: "10000", name: "To Do", category: "new" },
  { id: "3", name: "In Progress", category: "indeterminate" },
  { id: "10001", name: "Done", category: "done" },
];
const [todo] = wireStatuses;
if (!todo) throw new Error("There is always a first status.");

export const aWireIssue = (key: string, parts: Partial<WireIssue> = {}): WireIssue => ({
  id: key,
  key,
  summary: `Summary of ${key}`,
  typeName: "Story",
  hierarchyLevel: 0,
  status: todo,
  priorityName: "Medium",
  assignee: null,
  parent: null,
  sprintIds: [],
  estimateStatistic: { statFieldValue: { value: null } },
  labels: [],
  dueDate: null,
  done: false,
  children: 0,
  ...parts,
});

export const aWireSprint = (id: number, state: WireSprint["state"]): WireSprint => ({
  id,
  name: `Sprint ${id}`,
  state,
  startDate: null,
  endDate: null,
  goal: "",
});

export const aBacklog = (issues: WireIssue[], sprints: WireSprint[]): BacklogData => ({
  issues,
  sprints,
  statuses: wireStatuses,
  rankCustomFieldId: 10019,
});

export const aBoard = (issues: WireIssue[]): BoardData => ({
  columnsData: {
    columns: wireStatuses.map(({ id, name }, index) => ({ id: String(index + 1), name, statusIds: [id] })),
  },
  issuesData: { issues },
  sprintsData: { sprints: [aWireSprint(1, "ACTIVE")] },
  statuses: wireStatuses,
  rankCustomFieldId: 10019,
});
