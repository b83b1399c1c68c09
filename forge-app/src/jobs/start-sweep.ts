import { randomUUID } from "node:crypto";
import { pushSweep, type SweepReport } from "./sweep-queue";

/**
 * Begins a sweep of what a query without an order finds, by asking for its list; gives its id. `now` is milliseconds since 1970;
 * `report` null: nobody reads what it found.
 */
export async function startSweep(
  jql: string,
  now: number,
  report: SweepReport | null = null,
): Promise<string> {
  const sweep = `${now}-${randomUUID().slice(0, 8)}`;
  await pushSweep([{ body: { step: "list", sweep, jql, token: null, batches: 0, issues: 0, report } }]);
  return sweep;
}
