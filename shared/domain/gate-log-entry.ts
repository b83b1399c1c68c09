import { z } from "zod";
import { entryReasons } from "./entry";
import { sweepFlags } from "./sprint-sweep";

/** How a person goes on against the gate. */
export const overrideWays = ["glass", "warned"] as const;

const whys = [
  ...(["late", "unread", "synchronous", "unawaited", "fixed", "overridden"] as const),
  ...(["put-back", "put-back-refused", "restored"] as const),
  ...sweepFlags,
] as const;

/**
 * One thing that the gate did in one browser or inside the tracker, or that went past it. It names no person. `why`: what was special, null: nothing.
 * `late`, `unread`, `synchronous`: let through without a verdict. `unawaited`: nothing could be kept out, or it had
 * been allowed moments before, so it was judged while it went on, and may have moved within its sprint only. `fixed`: put in by us after what was missing was there. `overridden`: the
 * person went on, as `override` says. The others are ring two's: what it did, or why it left the issue where it is.
 */
export const gateLogEntry = z.object({
  site: z.string(),
  /** Milliseconds since 1970. */
  at: z.number(),
  /** Which ring spoke; `server`: the app inside Jira. */
  ring: z.enum(["before", "after", "server"]),
  /** The issue's key; null: it was being made, or is not known. */
  issue: z.string().nullable(),
  sprint: z.string().nullable(),
  /** `passed`: let through without a verdict. */
  verdict: z.enum(["allow", "warn", "block", "passed"]),
  /** What a blocking policy would have said. */
  strict: z.enum(["allow", "block"]).nullable(),
  reasons: z.array(z.enum(entryReasons)),
  why: z.enum(whys).nullable(),
  override: z
    .object({ how: z.enum(overrideWays), reason: z.string() })
    .nullable()
    .default(null),
  /** How long it took to say so; the server's ring counts from the entry. */
  ms: z.number(),
});
export type GateLogEntry = z.infer<typeof gateLogEntry>;
