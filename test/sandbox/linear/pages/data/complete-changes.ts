import type { Issue, IssueChanges, Workspace } from "./model";

/**
 * Adds what Linear's client changes along with a change (reference 2.2): a backlog issue put into a cycle leaves
 * the backlog, and an issue moved to the backlog leaves its cycle. Fields that would not change are left out.
 */
export function completeChanges(issue: Issue, wanted: IssueChanges, workspace: Workspace): IssueChanges {
  const typeOf = (stateId: string) => workspace.states.get(stateId)?.type;
  const isParked = (stateId: string) => ["backlog", "triage"].includes(typeOf(stateId) ?? "");
  const complete: IssueChanges = { ...wanted };
  if (wanted.cycleId && wanted.stateId === undefined && isParked(issue.stateId)) {
    const firstUnstarted = [...workspace.states.values()]
      .filter((state) => state.type === "unstarted")
      .toSorted((a, b) => a.position - b.position)[0];
    if (firstUnstarted) complete.stateId = firstUnstarted.id;
  }
  if (wanted.stateId && isParked(wanted.stateId) && issue.cycleId) complete.cycleId = null;
  const before: IssueChanges = issue;
  return Object.fromEntries(
    Object.entries(complete).filter(([field, value]) => before[field as keyof IssueChanges] !== value),
  );
}
