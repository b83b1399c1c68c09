import type { FactsCache, KnownItem } from "../desk/facts-cache";
import { climb } from "../desk/plan-fetch";
import type { Site } from "../desk/site";
import { type EntryFacts, type EntryVerdict, evaluateEntry } from "../domain/entry";
import type { WorkItem } from "../domain/issue";
import type { Policy } from "../domain/policy";
import { none, type Reading, unreadable } from "../domain/result";
import type { Evidence } from "../domain/statement-evidence";
import type { GateObject, GateReader } from "../tracker/gate-reader";
import type { LeftToTracker, SiteHints, SprintMove } from "../tracker/sprint-entry";
import type { WriteCall, WritePort } from "../tracker/write-port";
import { entryFacts } from "./entry-facts";
import { policiesOf } from "./policies-of";
import { readLines } from "./read-lines";
import { scopeOfMove } from "./scope-of-move";
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
  /** Whose sprints the page fills that sends the moves, where they do not say whose policy holds for them. */
  pageScope?: string | null;
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
  const [lines, policies, typeNames] = await Promise.all([
    ancestorsOf(refs, known, judge).then((above) => readLines(reader, refs, above, hints, signal)),
    readPolicies(likelyScopes(refs, known, site.api)),
    typeNamesOf(entering, judge),
  ]);
  const objects = lines.ok ? lines.value.objects : new Map<string, GateObject>();
  const keyOf = (ref: string) => objects.get(ref)?.item.key ?? ref;
  const scopeOf = (it: Entering) => scopeOfMove(it, keyOf, site.api, judge.pageScope ?? null);
  // Where nothing says whose policy holds, there is nobody to ask.
  const others = [...new Set(entering.map(scopeOf))].filter((it) => it !== "" && !policies.has(it));
  for (const [scope, policy] of await readPolicies(others)) policies.set(scope, policy);
  // What rode along is newer than what was kept.
  if (lines.ok)
    for (const { scope, policy } of lines.value.policies)
      policies.set(scope, await cache.inForce(site.id, scope, policy));

  const policyOf = (scope: string) => policies.get(scope) ?? unreadable([]);
  const readFacts = entryFacts(objects, policyOf, judge);
  const asked = entering.flatMap((move) => {
    const object = move.act === "enter" ? objects.get(move.issue) : made(move, objects, typeNames);
    if (judge.isAwaited && object?.sprints.includes(move.sprint)) return [];
    const issue = move.act === "create" ? null : (object?.item.key ?? move.issue);
    return { object, issue, sprint: move.sprint, scope: scopeOf(move) };
  });
  const read = await Promise.all(asked.map((it) => it.object && readFacts(it.object, it.scope)));
  const facts = await withWriters(
    read.map((it) => it ?? null),
    judge.port,
    signal,
  );
  const at = new Date(now()).toISOString();
  return asked.map(({ issue, sprint, scope }, index) => {
    const known = facts[index] ?? null;
    const policy = policyOf(scope);
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
  it.act === "change-state" || it.act === "change-team" || (it.act === "create" && it.sprint === null);

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

const isId = (type: string | null): type is string => type !== null && /^\d+$/.test(type);

/** What the types are called that creations name by their ids: policies go by names. */
async function typeNamesOf(
  entering: readonly Entering[],
  { reader, signal }: Judge,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  const types = entering.flatMap((it) => (it.act === "create" && isId(it.issue.type) ? it.issue.type : []));
  for (const id of new Set(types)) {
    const read = await reader.readTypeName?.(id, signal);
    if (read?.ok && read.value !== null) names.set(id, read.value);
  }
  return names;
}

/**
 * An issue that does not exist yet: it has no statement of its own and serves what it will belong to. Undefined: of what type it will
 * be is not known, and so not whether a statement is asked of it.
 */
function made(
  { issue }: Extract<Entering, { act: "create" }>,
  objects: ReadonlyMap<string, GateObject>,
  typeNames: ReadonlyMap<string, string>,
): GateObject | undefined {
  const type = isId(issue.type) ? typeNames.get(issue.type) : (issue.type ?? "");
  if (type === undefined) return undefined;
  const parent = issue.parent === null ? undefined : objects.get(issue.parent);
  const item: WorkItem = {
    id: issue.id ?? "",
    key: "",
    title: "",
    type,
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
