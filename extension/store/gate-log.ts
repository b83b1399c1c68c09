import { type GateLogEntry, gateLogEntry } from "../../shared/domain/gate-log-entry";
import type { Database } from "./database";

export interface GateLog {
  add(entries: readonly GateLogEntry[]): Promise<void>;
  /** What was logged at a site since a moment, oldest first. */
  since(site: string, at: number): Promise<GateLogEntry[]>;
  /** Forgets what is older. */
  prune(before: number): Promise<void>;
}

/** The log of what the gate did in this browser. */
export function createGateLog({ gateLog }: Database): GateLog {
  return {
    add: async (entries) => void (await gateLog.bulkAdd(entries.map((it) => ({ ...it })))),
    async since(site, at) {
      const rows = await gateLog.where("[site+at]").between([site, at], [site, Number.MAX_VALUE]).toArray();
      return rows.flatMap((it) => gateLogEntry.safeParse(it).data ?? []);
    },
    prune: async (before) => void (await gateLog.where("at").below(before).delete()),
  };
}
