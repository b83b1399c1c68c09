import { refusalReasons } from "../../shared/domain/entry";
import type { GateLogEntry } from "../../shared/domain/gate-log-entry";
import type { Policy } from "../../shared/domain/policy";
import { ok, type Reading, type Result } from "../../shared/domain/result";
import {
  afterPutBack,
  afterRefusal,
  type SprintReading,
  type SweepPlan,
  stillToPutBack,
} from "../../shared/domain/sprint-sweep";
import type { WriteFailure } from "../../shared/outbox/outbox-row";
import { isHopeless, isUnclear } from "../../shared/outbox/outbox-sender";
import type { PutBack } from "../store/sweep-store";
import { lookAt, type Sweep } from "./sweep-look";

type Call = SweepPlan["calls"][number];

interface Known {
  /** Of sprints, by id. */
  names: ReadonlyMap<string, string>;
  /** The sprint that each issue was found in. */
  from: ReadonlyMap<string, string>;
}

/**
 * Makes one planned call, for those issues of which a last look still says so. It is written down before and after, so that
 * whatever cuts it off, it is neither forgotten nor counted twice. Gives what was put back and what the tracker would not.
 */
export async function putBack(call: Call, known: Known, it: Sweep): Promise<Result<PutBack[], WriteFailure>> {
  const { site, scope, store, now } = it;
  const found = call.issues.map((issue) => ({ issue, sprint: known.from.get(issue) ?? "" }));
  const looked = await lookAt(found, it);
  if (!looked.ok) return looked;
  const inside = await sprintsNow(call.issues, it);
  if (!inside.ok) return inside;
  const reading = [...inside.value].flatMap(([issue, ids]) => ids.map((id) => ({ id, issues: [issue] })));
  const still = stillToPutBack(call, { reading: merged(reading), ...looked.value });
  const rows = still.map((issue): PutBack => {
    const decision = looked.value.decisionOf(issue);
    const sprint = known.from.get(issue) ?? "";
    return {
      ...{ id: it.newId(), site: site.id, scope, issue, key: decision?.issue ?? issue },
      ...{ sprint, sprintName: known.names.get(sprint) ?? sprint, to: call.to },
      reason: refusalReasons.find((one) => decision?.verdict.reasons.includes(one)) ?? "facts-missing",
      ...{ enteredAt: looked.value.enteredAt(issue), at: now(), state: "begun", words: null, isTold: false },
      wantsComment: isCommented(decision?.policy),
    };
  });
  if (rows.length === 0) return ok([]);
  await store.begin(rows);
  const moved = await moveAll(rows, call.to, it);
  if (!moved.ok) {
    // What may have arrived is looked for by the next sweep.
    if (!isUnclear(moved.error)) await store.drop(rows);
    return moved;
  }
  return ok(await finish(rows, moved.value, it));
}

async function moveAll(
  rows: readonly PutBack[],
  to: string | null,
  it: Sweep,
): Promise<Result<Map<string, string>, WriteFailure>> {
  const moved = await it.port.move(
    rows.map(({ issue }) => issue),
    to,
    it.signal,
  );
  if (moved.ok || !isHopeless(moved.error)) return moved;
  const [only] = rows;
  if (rows.length === 1 && only) return ok(new Map([[only.issue, moved.error.message ?? ""]]));
  // One that may not be moved keeps a tracker from moving any.
  const refused = new Map<string, string>();
  for (const row of rows) {
    const alone = await moveAll([row], to, it);
    if (!alone.ok) return alone;
    for (const [issue, words] of alone.value) refused.set(issue, words);
  }
  return ok(refused);
}

/** The open and future sprints that each of these issues is in now, by id. */
async function sprintsNow(
  issues: readonly string[],
  { reader, hints, signal }: Sweep,
): Promise<Result<Map<string, readonly string[]>, WriteFailure>> {
  const inside = new Map<string, readonly string[]>();
  for (let at = 0; at < issues.length; at += reader.maxPerCall) {
    const read = await reader.readObjects(issues.slice(at, at + reader.maxPerCall), hints, signal);
    if (!read.ok) return read;
    for (const { item, sprints } of read.value.objects) inside.set(item.id, sprints);
  }
  return ok(inside);
}

/** Ends what an earlier sweep began and was cut off from: what arrived is done, the rest is planned anew. */
export async function settleBegun(it: Sweep): Promise<Result<PutBack[], WriteFailure>> {
  const { site, scope, store } = it;
  const begun = (await store.inState(site.id, "begun")).filter((row) => row.scope === scope);
  if (begun.length === 0) return ok([]);
  const inside = await sprintsNow(
    begun.map(({ issue }) => issue),
    it,
  );
  if (!inside.ok) return inside;
  const hasArrived = ({ issue, sprint }: PutBack) => inside.value.get(issue)?.includes(sprint) === false;
  await store.drop(begun.filter((row) => !hasArrived(row)));
  return ok(await finish(begun.filter(hasArrived), new Map(), it));
}

/** Puts an issue into its sprint again, by the wish of the person; gives why the gate still keeps it out, or null: it is in. */
export async function restore(
  row: PutBack,
  it: Sweep,
): Promise<Result<PutBack["reason"] | null, WriteFailure>> {
  const { store, log, port, now, signal } = it;
  const startedAt = now();
  const [decision] = await it.judge([{ act: "enter", issue: row.issue, sprint: row.sprint }]);
  const verdict = decision?.verdict;
  if (verdict === undefined || verdict.verdict === "block")
    return ok(refusalReasons.find((one) => verdict?.reasons.includes(one)) ?? "facts-missing");
  const moved = await port.move([row.issue], row.sprint, signal);
  if (!moved.ok) return moved;
  const memory = await store.read(row.site, row.scope);
  await store.keep(row.site, row.scope, afterRefusal(memory, row.sprint, [row.issue]));
  await store.change(row.id, { state: "restored" });
  await log.add([
    {
      ...{ site: row.site, at: startedAt, ring: "after", issue: row.key, sprint: row.sprint },
      ...{ verdict: verdict.verdict, strict: verdict.strict, reasons: [...verdict.reasons] },
      ...{ why: "restored", override: null, ms: now() - startedAt },
    },
  ]);
  return ok(null);
}

async function finish(
  rows: readonly PutBack[],
  refused: ReadonlyMap<string, string>,
  { site, scope, store, comment, now }: Sweep,
): Promise<PutBack[]> {
  const at = now();
  const ended = rows.map((row): PutBack => {
    const words = refused.get(row.issue);
    return words === undefined ? { ...row, at, state: "done" } : { ...row, at, state: "refused", words };
  });
  const done = ended.filter(({ state }) => state === "done");
  // First: cut off after it, the same rows come here again, and asking twice is asking once.
  await comment(done.filter(({ wantsComment }) => wantsComment));
  const issues = done.map(({ issue }) => issue);
  let memory = afterPutBack(await store.read(site.id, scope), issues, new Date(at).toISOString());
  for (const row of ended)
    if (row.state === "refused") memory = afterRefusal(memory, row.sprint, [row.issue]);
  const log = ended.map((row): GateLogEntry => {
    const why = row.state === "done" ? ("put-back" as const) : ("put-back-refused" as const);
    return {
      ...{ site: site.id, at, ring: "after", issue: row.key, sprint: row.sprint, verdict: "block" },
      ...{ strict: "block", reasons: [row.reason], why, override: null, ms: Math.max(0, at - row.enteredAt) },
    };
  });
  await store.finish(ended, memory, log);
  return ended;
}

const isCommented = (policy: Reading<Policy> | undefined): boolean =>
  policy?.kind === "value" && policy.value.commentOnPutBack === true;

/** By sprint. */
function merged(places: readonly SprintReading[]): SprintReading[] {
  const all = new Map<string, string[]>();
  for (const { id, issues } of places) all.set(id, [...(all.get(id) ?? []), ...issues]);
  return [...all].map(([id, issues]) => ({ id, issues }));
}
