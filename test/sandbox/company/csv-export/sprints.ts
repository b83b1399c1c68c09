import type { Sprint } from "../company";
import { addDays } from "../days";
import type { ExportRow } from "./rows";
import { statusOf } from "./values";

const DAYS_PER_SPRINT = 14;

/**
 * The sprints that the export names. It holds neither state nor dates, so they are guessed: of the sprints in which
 * an unfinished issue is now, the first in the file is active and runs for two weeks from `today` (Jira starts none without
 * dates), the others are future, undated; every other sprint is closed.
 */
export function sprintsOf(
  rows: readonly ExportRow[],
  today: string,
): { sprints: Sprint[]; idOf: ReadonlyMap<string, string> } {
  const open = new Set<string>();
  for (const row of rows) {
    const current = row.sprints.at(-1);
    if (current !== undefined && statusOf(row) !== "done") open.add(current);
  }
  const closed = new Set(rows.flatMap((row) => row.sprints).filter((name) => !open.has(name)));
  const [active, ...future] = open;
  const inOrder = [
    ...[...closed].map((name) => ({ name, state: "closed" as const })),
    ...(active === undefined ? [] : [{ name: active, state: "active" as const }]),
    ...future.map((name) => ({ name, state: "future" as const })),
  ];
  const sprints = inOrder.map(({ name, state }, index): Sprint => {
    const at = (day: string) => (state === "active" ? `${day}T00:00:00.000Z` : null);
    return {
      id: `sprint-${index + 1}`,
      name,
      state,
      startDate: at(today),
      endDate: at(addDays(today, DAYS_PER_SPRINT)),
    };
  });
  return { sprints, idOf: new Map(sprints.map(({ id, name }) => [name, id])) };
}
