import { type Failure, failure } from "../../shared/tracker/failure";
import type { Database, PauseRow } from "./database";

/** Which sites asked to be left in peace, kept across restarts; times are milliseconds since 1970. */
export interface SitePauses {
  /** Why the site must not be asked now and for how long still; null: it may be. */
  inForce(site: string, now: number): Promise<Failure | null>;
  /** Notes a refusal; `msFor` gives the length of the pause by how often the site refused in a row before. */
  note(site: string, kind: PauseRow["kind"], msFor: (strikes: number) => number, now: number): Promise<void>;
  /** The site answered well: forgets a pause that is over. */
  settle(site: string, now: number): Promise<void>;
}

export function createSitePauses(database: Database): SitePauses {
  const { pauses } = database;
  return {
    async inForce(site, now) {
      const row = await pauses.get(site);
      const leftMs = row === undefined ? 0 : leftOf(row, now);
      return row === undefined || leftMs <= 0 ? null : failure(row.kind, leftMs);
    },
    note: (site, kind, msFor, now) =>
      database.transaction("rw", pauses, async () => {
        const before = await pauses.get(site);
        const isOn = before !== undefined && leftOf(before, now) > 0;
        // Several calls under way may all be refused: that is one refusal, and the longest wait holds.
        const strikes = before === undefined ? 0 : isOn ? before.strikes : before.strikes + 1;
        const until = now + msFor(strikes);
        if (!isOn || until > before.until) await pauses.put({ site, kind, since: now, until, strikes });
      }),
    async settle(site, now) {
      const row = await pauses.get(site);
      if (row !== undefined && leftOf(row, now) <= 0) await pauses.delete(site);
    },
  };
}

/** A clock that was set back makes no pause longer than it was meant to be. */
const leftOf = ({ since, until }: PauseRow, now: number): number => Math.min(until - now, until - since);
