import type { Database } from "./database";

/** What others are asking a site for. */
export interface Leased {
  refs: ReadonlySet<string>;
  /** When the last of them is over, milliseconds since 1970. */
  until: number;
  tabs: number[];
}

/** Who asks a site for what, so that no two tabs ask for the same. A lease that is never used runs out by itself. */
export interface SiteLeases {
  /** Takes for `tab` what no other tab holds; gives what others hold of it, null: nothing. A tab's new lease replaces its old one. */
  take(site: string, tab: number, refs: readonly string[], now: number): Promise<Leased | null>;
  /** These tabs ask for nothing any more. */
  release(site: string, tabs: readonly number[]): Promise<void>;
}

/** Longer than a call usually takes; a tab that was closed meanwhile keeps others waiting no longer than this. */
const leaseMs = 10_000;

export function createSiteLeases(database: Database): SiteLeases {
  const { leases } = database;
  return {
    take: (site, tab, refs, now) =>
      database.transaction("rw", leases, async () => {
        const rows = await leases.where("site").equals(site).toArray();
        const isOver = (until: number) => until <= now || until > now + leaseMs;
        const others = rows.filter((row) => row.tab !== tab && !isOver(row.until));
        const taken = new Set(others.flatMap((row) => row.refs));
        const mine = refs.filter((ref) => !taken.has(ref));
        await leases.bulkDelete(
          rows.filter((row) => isOver(row.until)).map((row): [string, number] => [row.site, row.tab]),
        );
        await leases.put({ site, tab, refs: mine, until: now + leaseMs });
        if (mine.length === refs.length) return null;
        return {
          refs: taken,
          until: Math.max(...others.map(({ until }) => until)),
          tabs: others.map((row) => row.tab),
        };
      }),
    release: (site, tabs) => leases.bulkDelete(tabs.map((tab) => [site, tab])),
  };
}
