import { chainOf } from "../../shared/domain/alignment";
import { statementHash } from "../../shared/domain/canonical";
import type { WorkItem } from "../../shared/domain/issue";
import { defaultPolicy } from "../../shared/domain/policy";
import { ok, type Result } from "../../shared/domain/result";
import { type SignatureWait, signatureWaits, waitNumbers } from "../../shared/domain/signature-wait";
import { noMembers } from "../../shared/domain/signers";
import { standingOf } from "../../shared/domain/standing";
import { statementInForce } from "../../shared/domain/statement-in-force";
import type { Tenant } from "../desk/tenant";
import type { FactsCache } from "../store/facts-cache";
import { keepMedianWaits, measuredAt } from "../store/local-policies";
import type { WriteFailure } from "../store/outbox-row";
import type { GateReader } from "../trackers/gate-reader";
import type { WriteCall, WritePort } from "../trackers/write-port";
import type { GateDecision, Judge } from "./judge-moves";
import { policiesOf } from "./policies-of";
import { readLines } from "./read-lines";

interface Surroundings {
  cache: FactsCache;
  reader: GateReader;
  port: WritePort;
  call: WriteCall;
  now: () => number;
  signal: AbortSignal;
}

/** So many statements are looked at, those of the tickets that were read last. */
const mostStatements = 200;

/**
 * How long the signatures of the statements below all known tickets were waited for, by the comments that ask and sign. The medians
 * are kept by scope, for the limits that policies set.
 */
export async function measureWaits(
  site: Tenant,
  { cache, reader, port, call, now, signal }: Surroundings,
): Promise<Result<SignatureWait[], WriteFailure>> {
  const known = await cache.all(site.id);
  const byId = new Map(known.flatMap(({ id, item }) => (item === null ? [] : [[id, item] as const])));
  /** By carrier, a ticket that is read with it. */
  const carriers = new Map<string, WorkItem>();
  for (const { item } of known.toSorted((a, b) => b.readAt - a.readAt)) {
    if (item === null || item.isBet || carriers.size === mostStatements) continue;
    const carrier = statementInForce(
      item,
      chainOf(item, (id) => byId.get(id)),
    );
    if (carrier !== null && !carriers.has(carrier.id)) carriers.set(carrier.id, item);
  }
  const refs = [...carriers].map(([id, ticket]) => {
    const carrier = byId.get(id);
    // Some carriers come along with their tickets only.
    return carrier !== undefined && site.api.comesAlong(carrier) ? ticket.key : id;
  });
  const lines = await readLines(reader, [...new Set(refs)], [], { sprintField: null }, signal);
  if (!lines.ok) return lines;
  const scopes = new Set([...carriers.values()].map(({ key }) => site.api.policyScopeOf(key)));
  const policies = await policiesOf([...scopes], site, cache, call, now, signal);
  const waits: SignatureWait[] = [];
  const membersOf = new Map<string, ReturnType<WritePort["readMembers"]>>();
  const at = new Date(now()).toISOString();
  for (const [id, ticket] of carriers) {
    const object = lines.value.objects.get(id);
    if (object === undefined || object.item.statement.kind !== "value") continue;
    const scope = site.api.policyScopeOf(ticket.key);
    const held = policies.get(scope);
    const policy = held?.kind === "value" ? held.value : defaultPolicy;
    const evidence = object.evidence ?? (await readOf(port.readEvidence(id, signal)));
    if (evidence === null) continue;
    const { signatures, asks } = evidence;
    const members = membersOf.get(scope) ?? port.readMembers(scope, policy.functions, signal);
    membersOf.set(scope, members);
    const read = await members;
    const standing = standingOf(object.item, signatures, policy, read.ok ? read.value : noMembers);
    const hash = statementHash(object.item.statement.value);
    waits.push(...signatureWaits(scope, hash, standing.functions, asks, at));
  }
  const medians = [...scopes].map(
    (scope) => [scope, waitNumbers(waits.filter((it) => it.scope === scope)).medianHours] as const,
  );
  await keepMedianWaits(site.id, new Map(medians), now());
  return ok(waits);
}

/** How long a measured wait holds, and how long measuring may take. */
const [measuredMs, measuringMs] = [6 * 60 * 60_000, 60_000];

/** Where a policy sets a limit to the wait for signatures, that wait is measured now and then. */
export async function measureWhereLimited(
  decisions: readonly GateDecision[],
  { site, cache, reader, port, call, now }: Judge,
): Promise<void> {
  const isLimited = ({ policy }: GateDecision) =>
    policy.kind === "value" && policy.value.waitLimit !== undefined;
  for (const { issue } of decisions.filter(isLimited)) {
    const last = await measuredAt(site.id, site.api.policyScopeOf(issue ?? ""));
    if (last !== null && now() - last < measuredMs) continue;
    const signal = AbortSignal.timeout(measuringMs);
    await measureWaits(site, { cache, reader, port, call, now, signal });
    return;
  }
}

const readOf = async <T>(result: Promise<Result<T, WriteFailure>>): Promise<T | null> => {
  const it = await result;
  return it.ok ? it.value : null;
};
