import type { FactsCache, KnownItem } from "../desk/facts-cache";
import { climb } from "../desk/plan-fetch";
import type { Site } from "../desk/site";
import { chainOf } from "../domain/alignment";
import { type EntryFacts, type EntryVerdict, evaluateEntry } from "../domain/entry";
import type { WorkItem } from "../domain/issue";
import type { Policy } from "../domain/policy";
import { none, type Reading, unreadable } from "../domain/result";
import { type Members, noMembers } from "../domain/signers";
import type { Evidence } from "../domain/statement-evidence";
import { statementInForce } from "../domain/statement-in-force";
import { writersByAsks } from "../domain/statement-writers";
import type { GateObject, GateReader } from "../tracker/gate-reader";
import type { LeftToTracker, SiteHints, SprintMove } from "../tracker/sprint-entry";
import type { WriteCall, WritePort } from "../tracker/write-port";
import { policiesOf } from "./policies-of";
import { readLines } from "./read-lines";
import { withWriters } from "./with-writers";

/** What the gate says of one move; moves that put nothing into a sprint are not among its decisions. */
export interface GateDecision {
  /** The issue's key, or the request's own reference where it could not be read; null: it is being made. */
  issue: string | null;
  sprint: string | null;
  verdict: EntryVerdict;
  /** What it was made of; null: the tracker does not say what it is. */
  facts: EntryFacts | null;
  policy: Reading<Policy>;
}

export interface Judge {
  site: Site;
  cache: FactsCache;
  reader: GateReader;
  port: WritePort;
  call: WriteCall;
  hints: SiteHints;
  /** False: the moves went on meanwhile, so that an issue that is in the sprint may have come there by them. */
  isAwaited: boolean;
  now: () => number;
  signal: AbortSignal;
}

type Entering = Extract<SprintMove, { act: "enter" | "create" }> & { sprint: string };

/**
 * Verifies the evidence behind each move of issues into a sprint and gives the gate's verdicts. An issue that is in its sprint
 * already does not enter it. What cannot be read is a verdict too: `facts-missing`. Never throws for what a tracker answers.
 */
export async function judgeMoves(moves: readonly SprintMove[], judge: Judge): Promise<GateDecision[]> {
  const { site, cache, reader, hints, signal, now } = judge;
  const entering = [...moves, ...(await chosenFor(moves, judge))]
    .filter(isEntry)
    .filter((it) => isSprints(it.field, hints));
  const refs = [...new Set(entering.flatMap(refsOf))];
  if (entering.length === 0) return [];
  const known = await cache.byIds(site.id, refs);
  const readPolicies = (scopes: readonly string[]) =>
    policiesOf(scopes, site, cache, judge.call, now, signal);
  // Both at once: a move waits for the slower one, and not for one after the other.
  const [lines, policies] = await Promise.all([
    ancestorsOf(refs, known, judge).then((above) => readLines(reader, refs, above, hints, signal)),
    readPolicies(likelyScopes(refs, known, site.api)),
  ]);
  const objects = lines.ok ? lines.value.objects : new Map<string, GateObject>();
  const scopeOf = (it: Entering): string => {
    if (it.act === "enter") return site.api.policyScopeOf(objects.get(it.issue)?.item.key ?? it.issue);
    const above = objects.get(it.issue.parent ?? "")?.item.key ?? it.issue.parent;
    return site.api.policyScopeOf(above ?? `${it.issue.scope ?? ""}-0`);
  };
  const others = [...new Set(entering.map(scopeOf))].filter((it) => !policies.has(it));
  for (const [scope, policy] of await readPolicies(others)) policies.set(scope, policy);
  // What rode along is newer than what was kept.
  if (lines.ok)
    for (const { scope, policy } of lines.value.policies)
      policies.set(scope, await cache.inForce(site.id, scope, policy));

  const members = new Map<string, Promise<Members>>();
  const membersAt = (scope: string, policy: Reading<Policy>): Promise<Members> => {
    const read = members.get(scope) ?? membersOf(scope, policy, judge);
    members.set(scope, read);
    return read;
  };
  const found: { issue: string | null; sprint: string; policy: Reading<Policy>; facts: EntryFacts | null }[] =
    [];
  for (const move of entering) {
    const scope = scopeOf(move);
    const policy = policies.get(scope) ?? unreadable([]);
    const object = move.act === "enter" ? objects.get(move.issue) : made(move, objects);
    if (judge.isAwaited && object?.sprints.includes(move.sprint)) continue;
    const facts = object ? await factsOf(object, objects, await membersAt(scope, policy), judge) : null;
    const issue = move.act === "create" ? null : (object?.item.key ?? move.issue);
    found.push({ issue, sprint: move.sprint, policy, facts });
  }
  const facts = await withWriters(
    found.map((it) => it.facts),
    judge.port,
    signal,
  );
  const at = new Date(now()).toISOString();
  return found.map(({ issue, sprint, policy }, index) => {
    const known = facts[index] ?? null;
    const verdict = evaluateEntry({ key: issue ?? "", facts: known }, policy, at);
    return { issue, sprint, verdict, facts: known, policy };
  });
}

/** Where the tracker's settings cannot be read, nothing is known to enter: a change of state waits for no verdict, and ring two looks. */
async function chosenFor(moves: readonly SprintMove[], { reader, signal }: Judge): Promise<SprintMove[]> {
  const left = moves.filter(isLeftToTracker);
  const read = left.length > 0 ? await reader.readChosen(left, signal) : null;
  return read?.ok ? read.value : [];
}

const isLeftToTracker = (it: SprintMove): it is LeftToTracker =>
  it.act === "change-state" || it.act === "change-team";

const noEvidence: Evidence = { signatures: [], asks: [] };

const isEntry = (it: SprintMove): it is Entering =>
  it.act === "enter" || (it.act === "create" && it.sprint !== null);
const isSprints = (field: string | undefined, { sprintField }: SiteHints): boolean =>
  field === undefined || field === sprintField;

const refsOf = (it: Entering): string[] =>
  it.act === "enter" ? [it.issue] : [it.issue.parent, it.issue.bet].filter((ref) => ref !== null);

/** As both trackers write keys; ids say nothing of a scope. */
const key = /^[A-Z][A-Z0-9_]*-\d+$/;

/** Whose policies will be asked for, as far as that is known before the issues are read. */
function likelyScopes(
  refs: readonly string[],
  known: ReadonlyMap<string, KnownItem>,
  api: Site["api"],
): string[] {
  const keys = refs.flatMap((it) => known.get(it)?.key ?? (key.test(it) ? it : []));
  return [...new Set(keys.map((it) => api.policyScopeOf(it)))];
}

/** Ids of what is known to be above these issues and is read by itself; `byId`: those of the issues that were named by their ids. */
async function ancestorsOf(
  refs: readonly string[],
  byId: ReadonlyMap<string, KnownItem>,
  { cache, site }: Judge,
): Promise<string[]> {
  const keys = refs.map((it) => byId.get(it)?.key ?? it);
  const known = await climb(cache, site.id, keys);
  const tickets = new Set([...known.tickets.values()].map(({ id }) => id));
  return [...known.byId.values()].flatMap(({ id, item }) =>
    item === null || tickets.has(id) || site.api.comesAlong(item) ? [] : id,
  );
}

/** An issue that does not exist yet: it has no statement of its own and serves what it will belong to. */
function made(
  { issue }: Extract<Entering, { act: "create" }>,
  objects: ReadonlyMap<string, GateObject>,
): GateObject {
  const parent = issue.parent === null ? undefined : objects.get(issue.parent);
  const item: WorkItem = {
    id: issue.id ?? "",
    key: "",
    title: "",
    type: issue.type ?? "",
    isBet: false,
    // What could not be read leaves a gap, which the gate takes for what it is.
    parentId: issue.bet ?? parent?.item.id ?? issue.parent,
    url: "",
    sheet: none,
    statement: none,
    standingMirror: null,
    lane: null,
  };
  return { item, sprints: [], evidence: noEvidence, glass: [] };
}

async function factsOf(
  object: GateObject,
  objects: ReadonlyMap<string, GateObject>,
  members: Members,
  { port, reader, signal }: Judge,
): Promise<EntryFacts> {
  const { item: issue } = object;
  const chain = chainOf(issue, (id) => objects.get(id)?.item);
  const carrier = statementInForce(issue, chain);
  const along = carrier === null ? noEvidence : (objects.get(carrier.id)?.evidence ?? null);
  const read = along ?? (carrier && (await readOf(port.readEvidence(carrier.id, signal)))) ?? null;
  const glass = object.glass ?? (await readOf(reader.readGlass(issue.id, signal)));
  const writers = writersByAsks(read?.asks ?? []);
  return { issue, chain, evidence: read?.signatures ?? null, glass, members, writers };
}

async function membersOf(scope: string, policy: Reading<Policy>, { port, signal }: Judge): Promise<Members> {
  if (policy.kind !== "value") return noMembers;
  const { functions, breakGlass } = policy.value;
  const all = [...functions, { ...breakGlass, name: "product" as const, signers: breakGlass.people }];
  const isNamed = all.some((it) => (it.groups?.length ?? 0) + (it.roles?.length ?? 0) > 0);
  return isNamed ? ((await readOf(port.readMembers(scope, all, signal))) ?? noMembers) : noMembers;
}

const readOf = async <T>(result: Promise<{ ok: true; value: T } | { ok: false }>): Promise<T | null> => {
  const it = await result;
  return it.ok ? it.value : null;
};
