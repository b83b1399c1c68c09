import type { FactsCache } from "../desk/facts-cache";
import type { Site } from "../desk/site";
import { chainOf } from "../domain/alignment";
import { statementHash } from "../domain/canonical";
import type { WorkItem } from "../domain/issue";
import { defaultPolicy } from "../domain/policy";
import { ok, type Result } from "../domain/result";
import { type SignatureWait, signatureWaits, waitNumbers } from "../domain/signature-wait";
import { noMembers } from "../domain/signers";
import { standingOf } from "../domain/standing";
import { statementInForce } from "../domain/statement-in-force";
import type { WriteFailure } from "../outbox/outbox-row";
import type { GateReader } from "../tracker/gate-reader";
import type { WriteCall, WritePort } from "../tracker/write-port";
import { policiesOf } from "./policies-of";
import { readLines } from "./read-lines";

interface Surroundings {
  cache: FactsCache;
  reader: GateReader;
  port: WritePort;
  call: WriteCall;
  /** Keeps the medians of scopes in hours, for the limits that policies set. */
  keepMedians: (medians: ReadonlyMap<string, number | null>) => Promise<void>;
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
  site: Site,
  { cache, reader, port, call, keepMedians, now, signal }: Surroundings,
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
  await keepMedians(new Map(medians));
  return ok(waits);
}

const readOf = async <T>(result: Promise<Result<T, WriteFailure>>): Promise<T | null> => {
  const it = await result;
  return it.ok ? it.value : null;
};
