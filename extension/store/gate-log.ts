import { z } from "zod";
import { type EntryReason, entryReasons } from "../../shared/domain/entry";
import type { Database } from "./database";

/** One thing that the gate did, or that went past it. */
export interface GateLogEntry {
  site: string;
  /** Milliseconds since 1970. */
  at: number;
  /** Which ring spoke. */
  ring: "before" | "after";
  /** The issue's key; null: it was being made, or is not known. */
  issue: string | null;
  sprint: string | null;
  /** `passed`: let through without a verdict, for `why`. */
  verdict: "allow" | "warn" | "block" | "passed";
  /** What a blocking policy would have said. */
  strict: "allow" | "block" | null;
  reasons: EntryReason[];
  /** `unawaited`: nothing could be kept out, so it was judged while it went on, and may have moved within its sprint only. */
  why: "late" | "unread" | "synchronous" | "unawaited" | null;
  /** How long it took to say so. */
  ms: number;
}

const entry: z.ZodType<GateLogEntry> = z.object({
  site: z.string(),
  at: z.number(),
  ring: z.enum(["before", "after"]),
  issue: z.string().nullable(),
  sprint: z.string().nullable(),
  verdict: z.enum(["allow", "warn", "block", "passed"]),
  strict: z.enum(["allow", "block"]).nullable(),
  reasons: z.array(z.enum(entryReasons)),
  why: z.enum(["late", "unread", "synchronous", "unawaited"]).nullable(),
  ms: z.number(),
});

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
      return rows.flatMap((it) => entry.safeParse(it).data ?? []);
    },
    prune: async (before) => void (await gateLog.where("at").below(before).delete()),
  };
}
