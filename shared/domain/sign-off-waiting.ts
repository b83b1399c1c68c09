import type { Policy, RequiredFunction } from "./policy";
import { type Members, noMembers, signersOf } from "./signers";
import type { Carrier, StatementStanding } from "./standing";

/** One function that has not signed, and who can; people by account id. */
export interface WaitingFunction {
  name: RequiredFunction["name"];
  /** Every person but the writers. */
  anyone: boolean;
  /** Who can sign, in the policy's order; stand-ins only where nobody else is left. */
  people: string[];
  standingIn: boolean;
  /** Groups and roles whose members are not known; they may hold more. */
  unread: readonly string[];
  /** Under this policy nobody can sign, so waiting will not help. */
  deadEnd: boolean;
}

/** What "Waiting for engineering since Tuesday: Ana or Raj can sign" says. */
export interface Waiting {
  functions: WaitingFunction[];
  /** A UTC ISO moment; null: nobody has asked yet. */
  since: string | null;
}

/**
 * Whom a statement waits for; null where it waits for no signature. `askedAt` is when signatures were last asked for, `changedAt`
 * when the text last changed, each null where it is not known; it waits since the later of the two once somebody has asked.
 */
export function waitingFor(
  carrier: Carrier,
  standing: StatementStanding,
  policy: Policy,
  { askedAt, changedAt }: { askedAt: string | null; changedAt: string | null },
  members: Members = noMembers,
): Waiting | null {
  if (!["unsigned", "partial", "stale"].includes(standing.standing)) return null;
  const author = carrier.statement.kind === "value" ? carrier.statement.value.author : null;
  const cannot = new Set(policy.separationOfDuties ? [author, ...(carrier.writers ?? [])] : []);
  if (policy.onePersonOneFunction) for (const it of standing.functions) cannot.add(it.signedBy?.id ?? null);
  const open = new Set(standing.functions.filter((it) => it.signedBy === null).map(({ name }) => name));
  const functions = policy.functions
    .filter(({ name }) => open.has(name))
    .map((required): WaitingFunction => {
      const { anyone, people, standIns, unread } = signersOf(required, members);
      const first = [...people].filter((it) => !cannot.has(it));
      const second = [...standIns].filter((it) => !cannot.has(it));
      const standingIn = !anyone && first.length === 0 && second.length > 0;
      const deadEnd = !anyone && first.length + second.length + unread.length === 0;
      return {
        name: required.name,
        anyone,
        people: standingIn ? second : first,
        standingIn,
        unread,
        deadEnd,
      };
    });
  const changedSince = askedAt !== null && changedAt !== null && Date.parse(changedAt) > Date.parse(askedAt);
  return { functions, since: changedSince ? changedAt : askedAt };
}
