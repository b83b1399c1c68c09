import type { Issue, Workspace } from "./model";

/** How many of some issues are completed, such as "3/12". */
export function progress(issues: readonly Issue[], { states }: Workspace): string {
  const done = issues.filter(({ stateId }) => states.get(stateId)?.type === "completed");
  return `${done.length}/${issues.length}`;
}
