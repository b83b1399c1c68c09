import { z } from "zod";
import { refusalReasons } from "../../shared/domain/entry";
import type { GateLogEntry } from "../../shared/domain/gate-log-entry";
import { noSweepMemory, type SweepMemory } from "../../shared/domain/sprint-sweep";
import type { Database } from "./database";

/** One issue that this browser takes, or took, out of a sprint. Times are milliseconds since 1970. */
export interface PutBack {
  id: string;
  site: string;
  scope: string;
  /** The issue's lasting id, and its key. */
  issue: string;
  key: string;
  /** The sprint that it had entered. */
  sprint: string;
  sprintName: string;
  /** Where it came from and goes back to; null: the backlog. */
  to: string | null;
  reason: (typeof refusalReasons)[number];
  /** When the request that let it in was sent, as near as is known. */
  enteredAt: number;
  at: number;
  /**
   * `begun`: the call is on its way, or was cut off; `done`; `refused`: the tracker would not, with `words`; `restored`: it is in its
   * sprint again, by the wish of the person.
   */
  state: "begun" | "done" | "refused" | "restored";
  words: string | null;
  /** Whether the person has been told. */
  isTold: boolean;
  /** Whether a comment on the issue is to say so, under the id of this row. */
  wantsComment: boolean;
}

const memory: z.ZodType<SweepMemory> = z.object({
  sprints: z.record(z.string(), z.array(z.string())),
  pending: z.record(z.string(), z.string().nullable()),
  putBack: z.record(z.string(), z.array(z.string())),
});
const row: z.ZodType<PutBack> = z.object({
  ...{ id: z.string(), site: z.string(), scope: z.string(), issue: z.string(), key: z.string() },
  ...{
    sprint: z.string(),
    sprintName: z.string(),
    to: z.string().nullable(),
    reason: z.enum(refusalReasons),
  },
  ...{ enteredAt: z.number(), at: z.number(), state: z.enum(["begun", "done", "refused", "restored"]) },
  ...{ words: z.string().nullable(), isTold: z.boolean(), wantsComment: z.boolean() },
});

/** What sweeps remember in this browser, so that a worker that is killed at any moment goes on where it was. */
export interface SweepStore {
  /** What is remembered of a scope; one that cannot be read is a first reading. */
  read(site: string, scope: string): Promise<SweepMemory>;
  keep(site: string, scope: string, memory: SweepMemory): Promise<void>;
  /** All that was ever swept. */
  scopes(): Promise<{ site: string; scope: string }[]>;
  /** Begins to put issues back. */
  begin(all: readonly PutBack[]): Promise<void>;
  /** Ends it, with what is remembered from then on and what the log says of it: all of that or nothing. */
  finish(all: readonly PutBack[], memory: SweepMemory, log: readonly GateLogEntry[]): Promise<void>;
  /** Forgets what was begun and never happened. */
  drop(all: readonly PutBack[]): Promise<void>;
  inState(site: string, state: PutBack["state"]): Promise<PutBack[]>;
  find(id: string): Promise<PutBack | null>;
  change(id: string, changes: Partial<PutBack>): Promise<void>;
  /** A page of the site sent something at this moment. */
  noteWrite(site: string, at: number): Promise<void>;
  /** When pages of the site sent something, oldest first, since a moment. */
  writesSince(site: string, at: number): Promise<number[]>;
  /** Forgets what is older. */
  prune(before: number): Promise<void>;
}

/** No sweep looks further back. */
export const writesKeptMs = 60 * 60_000;

export function createSweepStore({ sweeps, putBacks, pageWrites, gateLog }: Database): SweepStore {
  const parsed = (rows: readonly unknown[]) => rows.flatMap((it) => row.safeParse(it).data ?? []);
  return {
    async read(site, scope) {
      return memory.safeParse((await sweeps.get([site, scope]))?.memory).data ?? noSweepMemory;
    },
    keep: async (site, scope, memory) => void (await sweeps.put({ site, scope, memory })),
    scopes: async () => (await sweeps.toArray()).map(({ site, scope }) => ({ site, scope })),
    begin: async (all) => void (await putBacks.bulkPut([...all])),
    async finish(all, memory, log) {
      const [first] = all;
      if (first === undefined) return;
      await sweeps.db.transaction("rw", [sweeps, putBacks, gateLog], async () => {
        await putBacks.bulkPut([...all]);
        await sweeps.put({ site: first.site, scope: first.scope, memory });
        await gateLog.bulkAdd(log.map((it) => ({ ...it })));
      });
    },
    drop: (all) => putBacks.bulkDelete(all.map(({ id }) => id)),
    inState: async (site, state) =>
      parsed(await putBacks.where("[site+state]").equals([site, state]).toArray()),
    find: async (id) => row.safeParse(await putBacks.get(id)).data ?? null,
    change: async (id, changes) => void (await putBacks.update(id, changes)),
    noteWrite: async (site, at) => {
      await pageWrites
        .where("at")
        .below(at - writesKeptMs)
        .delete();
      await pageWrites.add({ site, at });
    },
    async writesSince(site, at) {
      const rows = await pageWrites
        .where("[site+at]")
        .between([site, at], [site, Number.MAX_VALUE])
        .toArray();
      return rows.map((it) => it.at);
    },
    prune: async (before) => void (await putBacks.where("at").below(before).delete()),
  };
}
