import { laneOfType, resolveAlignment } from "./alignment";
import { type BreakGlassEvidence, type BreakGlassRefusal, glassEnd, judgeBreakGlass } from "./break-glass";
import type { Chain, WorkItem } from "./issue";
import type { Lane } from "./lane";
import { defaultPolicy, type Policy } from "./policy";
import type { Reading } from "./result";
import type { SignOffEvidence } from "./sign-off";
import type { Members } from "./signers";
import { type StatementStanding, standingOf } from "./standing";
import { statementInForce } from "./statement-in-force";

/** What may keep an issue out, the weightiest first. */
export const refusalReasons = [
  "facts-missing",
  "statement-missing",
  "statement-unreadable",
  "statement-incomplete",
  "statement-unsigned",
  "statement-partial",
  "statement-stale",
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** Why the gate says what it says. Closed list: the UI has one sentence for each, and one fix for each that begins with `statement-`. */
export const entryReasons = [
  "policy-unreadable",
  "gate-off",
  "observing",
  "not-yet-in-force",
  "type-not-gated",
  "lane-exempt",
  "signed",
  "glass-broken",
  ...refusalReasons,
] as const;
export type EntryReason = (typeof entryReasons)[number];

/** All that a verdict on one issue is made of. Evidence is null where it could not be had, which is not the same as none. */
export interface EntryFacts {
  issue: WorkItem;
  chain: Chain;
  /** What the comments below the statement in force say. */
  evidence: readonly SignOffEvidence[] | null;
  /** What the comments on the issue itself say of broken glass. */
  glass: readonly BreakGlassEvidence[] | null;
  members: Members;
  /** People whom the tracker itself names as writers of the statement in force. */
  writers?: readonly string[];
}

/** One issue that is to enter a sprint; `facts` null: the tracker does not say what it is. */
export interface Entry {
  key: string;
  facts: EntryFacts | null;
}

export interface GlassInForce {
  by: BreakGlassEvidence["author"];
  reason: string;
  /** A UTC ISO moment. */
  until: string;
}

export interface EntryVerdict {
  verdict: "allow" | "warn" | "block";
  /** Never empty: first what decides, then what is wrong with the issue though it is let in. */
  reasons: readonly [EntryReason, ...EntryReason[]];
  /** What the verdict would be if this policy blocked from now on. */
  strict: "allow" | "block";
  /** Whether people should be told of it, though it was let in. */
  flagged: boolean;
  /** Whose statement holds; null: nobody wrote one, or none is needed. */
  carrier: WorkItem | null;
  /** Null where it was not looked at or could not be. */
  standing: StatementStanding | null;
  lane: Lane | null;
  glass: GlassInForce | null;
  refusedGlass: readonly { by: BreakGlassEvidence["author"]; at: string; reason: BreakGlassRefusal }[];
}

/** What the rules find in an issue, whatever the policy does about it. */
type Finding = Pick<EntryVerdict, "carrier" | "standing" | "lane" | "glass" | "refusedGlass"> & {
  kind: "fine" | "broken-glass" | "fault" | "unknown";
  reasons: readonly [EntryReason, ...EntryReason[]];
};

/**
 * Whether an issue may enter a sprint now, a UTC ISO moment. The one rule of the gate: page, panel, sweep and server all ask it.
 * It believes evidence only, never a note of a standing. A policy that is not there has the defaults; one that cannot be read observes.
 */
export function evaluateEntry(entry: Entry, policy: Reading<Policy>, now: string): EntryVerdict {
  const rules = policy.kind === "value" ? policy.value : defaultPolicy;
  if (policy.kind === "value" && rules.mode === "off")
    return { ...nothing, verdict: "allow", reasons: ["gate-off"], strict: "allow", flagged: false };
  const { kind, reasons, ...found } = findingOf(entry, rules, now);
  const strict =
    kind === "fault" || (kind === "unknown" && rules.withoutFacts === "block") ? "block" : "allow";
  const held = restraint(policy, now);
  const verdict = strict === "allow" || held !== null ? "allow" : rules.mode === "warn" ? "warn" : "block";
  const isHeldBack = held === "policy-unreadable" || (held !== null && strict === "block");
  return {
    ...found,
    verdict,
    reasons: isHeldBack ? [held, ...reasons] : reasons,
    strict,
    flagged: kind !== "fine",
  };
}

/** Whether a policy keeps anything out or warns of it at a moment, in UTC ISO. Where it does not, nobody has to wait for a verdict. */
export const speaksUp = (policy: Reading<Policy>, now: string): boolean =>
  policy.kind === "value" && policy.value.mode !== "off" && restraint(policy, now) === null;

/** Why a policy keeps nothing out yet; null: its mode holds. */
function restraint(policy: Reading<Policy>, now: string): EntryReason | null {
  if (policy.kind === "unreadable") return "policy-unreadable";
  const { mode, effectiveFrom } = policy.kind === "value" ? policy.value : defaultPolicy;
  if (mode === "observe") return "observing";
  return effectiveFrom !== null && now.slice(0, 10) < effectiveFrom ? "not-yet-in-force" : null;
}

const nothing = { carrier: null, standing: null, lane: null, glass: null, refusedGlass: [] };

function findingOf({ facts }: Entry, policy: Policy, now: string): Finding {
  if (facts === null) return { ...nothing, kind: "unknown", reasons: ["facts-missing"] };
  const { issue, chain } = facts;
  if (!isGated(issue.type, policy)) return { ...nothing, kind: "fine", reasons: ["type-not-gated"] };
  const alignment = resolveAlignment(issue, chain, policy.lanes, now);
  const lane = alignment.kind === "lane" ? alignment.lane : (laneOfType(issue.type, policy.lanes) ?? null);
  if (lane !== null && policy.exemptLanes.includes(lane))
    return { ...nothing, lane, kind: "fine", reasons: ["lane-exempt"] };
  // Beyond the gap there may be a lane or a statement.
  const isCut = alignment.kind === "unknown" && alignment.reason === "parent-unreadable";
  return { lane, ...withGlass(judgeStatement(facts, policy, isCut), facts, policy, now) };
}

/** Names of types are compared without regard to case; `except` wins. */
function isGated(type: string, { issueTypes: { only, except } }: Policy): boolean {
  const named = (names: readonly string[]) => names.some((it) => it.toLowerCase() === type.toLowerCase());
  return !named(except) && (only.length === 0 || named(only));
}

type Judged = Pick<Finding, "kind" | "reasons" | "carrier" | "standing">;

function judgeStatement(facts: EntryFacts, policy: Policy, isCut: boolean): Judged {
  const carrier = statementInForce(facts.issue, facts.chain);
  const { evidence, members, writers = [] } = facts;
  const fault = (reason: EntryReason, standing: StatementStanding | null): Judged =>
    isCut
      ? { kind: "unknown", reasons: ["facts-missing", reason], carrier, standing }
      : { kind: "fault", reasons: [reason], carrier, standing };
  if (carrier === null) return fault("statement-missing", null);
  if (carrier.statement.kind === "unreadable") return fault("statement-unreadable", null);
  const standing = standingOf({ ...carrier, writers }, evidence ?? [], policy, members);
  if (standing.standing === "signed") return { kind: "fine", reasons: ["signed"], carrier, standing };
  const reason = `statement-${standing.standing}` as const;
  const isUnread = standing.standing !== "incomplete" && (evidence === null || hangsOnMembers(standing));
  return isUnread
    ? { kind: "unknown", reasons: ["facts-missing", reason], carrier, standing }
    : fault(reason, standing);
}

/** Every function that is open was signed by somebody of whom is not known whether they may. */
const hangsOnMembers = ({ functions }: StatementStanding): boolean =>
  functions.every(
    ({ signedBy, refused }) => signedBy !== null || refused.some((it) => it.reason === "signers-unread"),
  );

function withGlass(
  judged: Judged,
  { issue, glass, members }: EntryFacts,
  policy: Policy,
  now: string,
): Omit<Finding, "lane"> {
  const refusedGlass: EntryVerdict["refusedGlass"][number][] = [];
  let inForce: GlassInForce | null = null;
  for (const it of glass ?? []) {
    const reason = judgeBreakGlass(it, issue.id, policy.breakGlass, members, now);
    if (reason !== null) refusedGlass.push({ by: it.author, at: it.createdAt, reason });
    else inForce ??= { by: it.author, reason: it.reason ?? "", until: glassEnd(it, policy.breakGlass) };
  }
  const found = { ...judged, glass: inForce, refusedGlass };
  if (judged.kind === "fine") return found;
  if (inForce !== null)
    return { ...found, kind: "broken-glass", reasons: ["glass-broken", ...judged.reasons] };
  const mayBeBroken =
    policy.breakGlass.allowed && (glass === null || refusedGlass.some((it) => it.reason === "people-unread"));
  if (judged.kind === "fault" && mayBeBroken)
    return { ...found, kind: "unknown", reasons: ["facts-missing", ...judged.reasons] };
  return found;
}
