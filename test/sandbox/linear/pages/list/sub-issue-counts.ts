import type { Issue, Workspace } from "../data/model";

/** How many of an issue's sub-issues are completed, such as "2/5", by the id of those that have any. */
export function subIssueCounts(
  issues: ReadonlyMap<string, Issue>,
  { states }: Workspace,
): ReadonlyMap<string, string> {
  const counts = new Map<string, { done: number; all: number }>();
  for (const { parentId, stateId } of issues.values()) {
    if (parentId === null) continue;
    const count = counts.get(parentId) ?? { done: 0, all: 0 };
    const isDone = states.get(stateId)?.type === "completed";
    counts.set(parentId, { done: count.done + (isDone ? 1 : 0), all: count.all + 1 });
  }
  return new Map([...counts].map(([id, { done, all }]) => [id, `${done}/${all}`]));
}
