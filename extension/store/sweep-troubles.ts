import { liveQuery } from "dexie";
import { z } from "zod";
import type { WriteFailure } from "../../shared/outbox/outbox-row";
import type { Database } from "./database";

/** Why the sprints of a site could not be looked after. */
export interface SweepTrouble {
  kind: WriteFailure["kind"];
  /** The tracker's own words, where it had any. */
  message: string | null;
  /** Since when, in milliseconds since 1970: the first of the looks in a row that failed. */
  since: number;
}

/** What stands in the way of ring two, for people to see. */
export interface SweepTroubles {
  /** What became of a look at the sprints of a scope at `at`, in milliseconds since 1970; `failure` null: it was had. */
  note(
    site: string,
    scope: string,
    failure: Pick<WriteFailure, "kind" | "message"> | null,
    at: number,
  ): Promise<void>;
  /** What has stood in the way at a site for longest; null: nothing. */
  read(site: string): Promise<SweepTrouble | null>;
  /** Tells the same at once, and whenever it changes, by whichever context. */
  watch(site: string, act: (trouble: SweepTrouble | null) => void, signal: AbortSignal): void;
  /** The scopes of a site whose last look failed. */
  scopes(site: string): Promise<string[]>;
}

const row = z.object({ kind: z.string(), message: z.string().nullable(), since: z.number() });

export function createSweepTroubles({ sweepTroubles }: Database): SweepTroubles {
  const ofSite = (site: string) => sweepTroubles.where("site").equals(site);
  async function read(site: string): Promise<SweepTrouble | null> {
    const all = await ofSite(site).toArray();
    const known = all.flatMap((it) => (row.safeParse(it).data as SweepTrouble | undefined) ?? []);
    return known.sort((a, b) => a.since - b.since)[0] ?? null;
  }
  return {
    read,
    async note(site, scope, failure, at) {
      if (failure === null) {
        await sweepTroubles.delete([site, scope]);
        return;
      }
      const { kind, message } = failure;
      const before = await sweepTroubles.get([site, scope]);
      await sweepTroubles.put({ site, scope, kind, message, since: before?.since ?? at });
    },
    watch(site, act, signal) {
      if (signal.aborted) return;
      const subscription = liveQuery(() => read(site)).subscribe({
        next: act,
        error: (error) => console.error(error),
      });
      signal.addEventListener("abort", () => subscription.unsubscribe(), { once: true });
    },
    scopes: async (site) => (await ofSite(site).toArray()).map(({ scope }) => scope),
  };
}
