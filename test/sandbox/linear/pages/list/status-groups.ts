import type { Issue, WorkflowState, Workspace } from "../data/model";
import type { TeamView } from "../routing/routes";

export interface StatusGroup {
  state: WorkflowState;
  issues: readonly Issue[];
}

const typesInList = ["started", "unstarted", "backlog", "completed", "canceled"];
const typesOnBoard = ["backlog", "unstarted", "started", "completed", "canceled"];
const typesOfView: Record<TeamView, readonly string[]> = {
  active: ["started", "unstarted"],
  backlog: ["backlog"],
  all: typesInList,
  board: typesInList,
};

/** The team's issues that a view shows, by status in the layout's order; within a status by their manual order. */
export function statusGroups(
  issues: Iterable<Issue>,
  workspace: Workspace,
  teamId: string,
  view: TeamView,
  layout: "list" | "board",
): StatusGroup[] {
  const types = typesOfView[view];
  const order = layout === "board" ? typesOnBoard : typesInList;
  const byState = new Map<string, Issue[]>();
  for (const issue of issues) {
    if (issue.teamId !== teamId) continue;
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
