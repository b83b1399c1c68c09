import { chainOf } from "../domain/alignment";
import type { EntryFacts } from "../domain/entry";
import type { Policy } from "../domain/policy";
import type { Reading, Result } from "../domain/result";
import { noMembers } from "../domain/signers";
import { statementInForce } from "../domain/statement-in-force";
import { writersByAsks } from "../domain/statement-writers";
import type { WriteFailure } from "../outbox/outbox-row";
import type { GateObject, GateReader } from "../tracker/gate-reader";
import type { WritePort } from "../tracker/write-port";

interface Around {
  reader: Pick<GateReader, "readGlass">;
  port: Pick<WritePort, "readEvidence" | "readMembers">;
  signal: AbortSignal;
}

/** So many calls are under way at once. */
const mostAtOnce = 4;

/**
 * Reads what verdicts on some issues are made of, out of the objects that were read with them. What did not come along is asked for
 * once, however many of the issues hang on it: the evidence on a bet, and who may sign in a scope.
 */
export function entryFacts(
  objects: ReadonlyMap<string, GateObject>,
  policyOf: (scope: string) => Reading<Policy>,
  { reader, port, signal }: Around,
): (object: GateObject, scope: string) => Promise<EntryFacts> {
  const inTurn = fewAtOnce(mostAtOnce);
  const evidenceOn = once((id) => inTurn(() => readOf(port.readEvidence(id, signal))));
  const membersAt = once(async (scope) => {
    const policy = policyOf(scope);
    if (policy.kind !== "value") return noMembers;
    const { functions, breakGlass } = policy.value;
    const all = [...functions, { ...breakGlass, name: "product" as const, signers: breakGlass.people }];
    const isNamed = all.some((it) => (it.groups?.length ?? 0) + (it.roles?.length ?? 0) > 0);
    return (isNamed && (await inTurn(() => readOf(port.readMembers(scope, all, signal))))) || noMembers;
  });
  return async (object, scope) => {
    const { item: issue } = object;
    const chain = chainOf(issue, (id) => objects.get(id)?.item);
    const carrier = statementInForce(issue, chain);
    const along = carrier === null ? { signatures: [], asks: [] } : objects.get(carrier.id)?.evidence;
    const [read, glass, members] = await Promise.all([
      along ?? (carrier && evidenceOn(carrier.id)),
      object.glass ?? inTurn(() => readOf(reader.readGlass(issue.id, signal))),
      membersAt(scope),
    ]);
    const writers = writersByAsks(read?.asks ?? []);
    return { issue, chain, evidence: read?.signatures ?? null, glass, members, writers };
  };
}

/** Reads each thing once, however many ask for it and when. */
function once<T>(read: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const begun = new Map<string, Promise<T>>();
  return (name) => {
    const it = begun.get(name) ?? read(name);
    begun.set(name, it);
    return it;
  };
}

/** Starts what it is given, in order, at most so many at once. */
function fewAtOnce(most: number): <T>(act: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = most;
  return async (act) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await act();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}

const readOf = async <T>(result: Promise<Result<T, WriteFailure>>): Promise<T | null> => {
  const it = await result;
  return it.ok ? it.value : null;
};
