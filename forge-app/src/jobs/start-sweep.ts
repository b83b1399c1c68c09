import { randomUUID } from "node:crypto";
import { pushSweep } from "./sweep-queue";

/** Begins a sweep of what a query without an order finds, by asking for its list; gives its id. `now` is milliseconds since 1970. */
export async function startSweep(jql: string, now: number): Promise<string> {
  const sweep = `${now}-${randomUUID().slice(0, 8)}`;
  await pushSweep([{ body: { step: "list", sweep, jql, token: null, batches: 0, issues: 0 } }]);
  return sweep;
}
