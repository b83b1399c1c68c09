import { localDay } from "../../shared/ui/local-day";
import type { TodayNumbers } from "../messaging/extension-protocol";
import type { TicketFacts } from "../messaging/facts";
import type { Database, SeenRow } from "./database";

/** Counts the tickets whose badge was shown today, each once; one that could not be read does not count. */
export interface TodayStore {
  record(site: string, tickets: readonly Pick<TicketFacts, "key" | "state">[]): Promise<void>;
  read(): Promise<TodayNumbers>;
  /** Forgets the days before. */
  prune(): Promise<void>;
  /** The table was emptied. */
  forget(): void;
}

export function createTodayStore({ seen }: Database, now: () => Date = () => new Date()): TodayStore {
  /** What is written already, so that a page that asks again costs no write. */
  const written = new Map<string, SeenRow["state"]>();
  let writtenOn = "";

  async function prune(): Promise<void> {
    await seen.where("day").notEqual(localDay(now())).delete();
  }

  return {
    prune,
    async record(site, tickets) {
      const day = localDay(now());
      if (day !== writtenOn) {
        written.clear();
        writtenOn = day;
        await prune();
      }
      const rows = tickets.flatMap(({ key, state }): SeenRow[] =>
        state === "unknown" || written.get(`${site} ${key}`) === state ? [] : [{ day, site, key, state }],
      );
      await seen.bulkPut(rows);
      for (const { key, state } of rows) written.set(`${site} ${key}`, state);
    },
    async read() {
      const numbers = { tickets: 0, aligned: 0, orphans: 0 };
      await seen
        .where("day")
        .equals(localDay(now()))
        .each(({ state }) => {
          numbers.tickets += 1;
          if (state === "aligned") numbers.aligned += 1;
          if (state === "orphan") numbers.orphans += 1;
        });
      return numbers;
    },
    forget: () => written.clear(),
  };
}
