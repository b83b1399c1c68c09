import type { Issue, WorkflowState, Workspace } from "../data/model";
import type { TeamView } from "../routing/routes";

/** Issues that a list shows together, under the name of their state or, with null, under none. */
export interface IssueGroup {
  state: WorkflowState | null;
  issues: readonly Issue[];
}

export interface StatusGroup extends IssueGroup {
  state: WorkflowState;
}

const typesInList = ["started", "unstarted", "backlog", "completed", "canceled"];
const typesOnBoard = ["backlog", "unstarted", "started", "completed", "canceled"];
const typesOfView: Record<TeamView, readonly string[]> = {
  active: ["started", "unstarted"],
  backlog: ["backlog"],
  all: typesInList,
  board: typesInList,
};

/** Those of the issues that a view shows, by status in the layout's order; within a status by their manual order. */
export function statusGroups(
  issues: Iterable<Issue>,
  workspace: Workspace,
  view: TeamView = "all",
  layout: "list" | "board" = "list",
): StatusGroup[] {
  const types = typesOfView[view];
  const order = layout === "board" ? typesOnBoard : typesInList;
  const byState = new Map<string, Issue[]>();
  for (const issue of issues) {
    const group = byState.get(issue.stateId);
    if (group) group.push(issue);
    else byState.set(issue.stateId, [issue]);
  }
  return [...workspace.states.values()]
    .filter((state) => types.includes(state.type))
    .filter((state) => layout === "board" || byState.has(state.id))
    .toSorted((a, b) => order.indexOf(a.type) - order.indexOf(b.type) || a.position - b.position)
    .map((state) => ({
      state,
      issues: (byState.get(state.id) ?? []).toSorted(
        (a, b) => a.sortOrder - b.sortOrder || a.number - b.number,
      ),
    }));
}
