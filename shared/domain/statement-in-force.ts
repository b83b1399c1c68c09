import type { Chain, WorkItem } from "./issue";
import { defaultPolicy } from "./policy";
import { standingOf } from "./standing";
import type { Standing } from "./statement";

/** The object whose statement holds for `issue`: the nearest one that has any, the issue first; null: none has. */
export function statementInForce(issue: WorkItem, chain: Chain): WorkItem | null {
  return [issue, ...chain.ancestors].find((it) => it.statement.kind !== "none") ?? null;
}

/**
 * The standing that a badge shows: what the text alone says, and beyond that what somebody noted.
 * Cheap and forgeable, so never for the gate, which verifies the evidence.
 */
export function shownStanding(carrier: WorkItem | null): Standing {
  if (carrier === null) return "missing";
  const { standing } = standingOf(carrier, [], defaultPolicy);
  if (standing !== "unsigned") return standing;
  const noted = carrier.standingMirror;
  return noted === "partial" || noted === "signed" || noted === "stale" ? noted : "unsigned";
}
