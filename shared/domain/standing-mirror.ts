import { z } from "zod";
import { resolveAlignment } from "./alignment";
import type { EntryFacts, EntryVerdict } from "./entry";
import type { Policy } from "./policy";
import { waitingFor } from "./sign-off-waiting";
import { type Standing, standing } from "./statement";

/** More people than a search can mean by "waiting for me" are not noted. */
const mostPeople = 50;

/**
 * A note of where a ticket stands, beside it, for searches and badges. Whoever may edit the ticket can write it, so that it proves
 * nothing and no gate reads it.
 */
export const standingMirror = z.object({
  /** `exempt`: the gate asks no statement of it. */
  state: z.enum([...standing.options, "exempt"]),
  /** Whose statement that is, by id. */
  of: z.string(),
  /** How it links to the strategy. */
  link: z.enum(["aligned", "lane", "orphan", "unknown"]).optional(),
  /** The title of the aim that it serves. */
  aim: z.string().optional(),
  /** Who can give a signature that is missing, by account id; nobody where anyone can. */
  waiting: z.array(z.string()).optional(),
});
export type StandingMirror = z.infer<typeof standingMirror>;

const noted = z.union([standing, z.object({ state: standing, of: z.string().optional() })]);

/** The standing that is noted beside an object, of its own statement; older clients noted the bare word. Null: there is none. */
export function notedStanding(raw: unknown, object: string): Standing | null {
  const it = noted.safeParse(raw).data ?? null;
  if (it === null || typeof it === "string") return it;
  return it.of === undefined || it.of === object ? it.state : null;
}

/** What is to be noted of a ticket after a verdict; `now` is a UTC ISO moment. */
export function mirrorOf(
  { issue, chain, members }: EntryFacts,
  { carrier, standing: found, reasons }: EntryVerdict,
  policy: Policy,
  now: string,
): StandingMirror {
  const alignment = resolveAlignment(issue, chain, policy.lanes, now);
  const isExempt = reasons.some((it) => it === "type-not-gated" || it === "lane-exempt");
  const moments = { askedAt: null, changedAt: null };
  const waiting = carrier && found && waitingFor(carrier, found, policy, moments, members);
  const people = [...new Set(waiting?.functions.flatMap((it) => it.people))].sort().slice(0, mostPeople);
  return {
    state: isExempt ? "exempt" : (found?.standing ?? (carrier === null ? "missing" : "incomplete")),
    of: carrier?.id ?? issue.id,
    link: alignment.kind,
    ...(alignment.kind === "aligned" && { aim: alignment.sheet.aim.title }),
    ...(people.length > 0 && { waiting: people }),
  };
}
