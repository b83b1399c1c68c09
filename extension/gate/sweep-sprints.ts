import type { GateLogEntry } from "../../shared/domain/gate-log-entry";
import { planSweep, type SweepMemory, type SweepPlan } from "../../shared/domain/sprint-sweep";
import type { WriteFailure } from "../../shared/outbox/outbox-row";
import type { OpenSprint } from "../../shared/tracker/sweep-port";
import type { PutBack } from "../store/sweep-store";
import { putBack, settleBegun } from "./put-back";
import { type Found, type Look, lookAt, type Sweep } from "./sweep-look";

/** No sweep is later than this for what a page sent. */
const seenBeforeMs = 10 * 60_000;

export interface SweepOutcome {
  /** What was put back, or what the tracker would not give back. */
  ended: PutBack[];
  /** Why the sweep did not come to its end; the next one goes on. */
  failure: WriteFailure | null;
  /** Something was seen of which only another look soon can tell what it was. */
  isWaiting: boolean;
}

/** After this, a sprint that is read for the first time is taken as it is, whoever filled it. */
const justNowMs = 5 * 60_000;

/**
 * Reads the open and future sprints of a scope and treats what newly entered: what this person moved in this browser and the gate
 * keeps out goes back where it came from, the rest is noted. What is remembered is written before anything is moved, so that a
 * sweep that is cut off is done over by the next one.
 */
export async function sweepSprints(it: Sweep): Promise<SweepOutcome> {
  const { site, scope, port, store, log, now, signal } = it;
  const left = await settleBegun(it);
  const cutOff = (ended: PutBack[], failure: WriteFailure) => ({ ended, failure, isWaiting: false });
  if (!left.ok) return cutOff([], left.error);
  const read = await port.readOpenSprints(scope, signal);
  if (!read.ok) return cutOff(left.value, read.error);
  const startedAt = now();
  const memory = await store.read(site.id, scope);
  const writes = await store.writesSince(site.id, startedAt - justNowMs);
  const entered = newIn(read.value, memory, writes.length > 0);
  const looked = await lookAt(
    entered,
    it,
    ({ sprint }, isHere) => isHere || Object.hasOwn(memory.sprints, sprint),
  );
  if (!looked.ok) return cutOff(left.value, looked.error);
  const look = looked.value;
  const plan = planSweep({
    memory,
    reading: read.value,
    verdictOf(issue) {
      const decision = look.decisionOf(issue);
      // What could not be read just now is asked once more by the next sweep.
      const isUnread = decision?.verdict.reasons.includes("facts-missing") ?? false;
      return isUnread && !Object.hasOwn(memory.pending, issue) ? undefined : decision?.verdict;
    },
    isMovedHere: look.isMovedHere,
    now: new Date(startedAt).toISOString(),
  });
  await store.keep(site.id, scope, plan.memory);
  const entries = entriesOf(entered, look, plan, { site: site.id, at: startedAt, ms: now() - startedAt });
  const known = await log.since(site.id, startedAt - seenBeforeMs);
  await log.add(entries.filter((entry) => !known.some((one) => isOf(entry, one))));
  const ended = [...left.value];
  const names = new Map(read.value.map(({ id, name }) => [id, name]));
  for (const call of plan.calls) {
    const back = await putBack(call, { names, from: placesOf(entered) }, it);
    if (!back.ok) return cutOff(ended, back.error);
    ended.push(...back.value);
  }
  const called = new Set(plan.calls.flatMap(({ issues }) => issues));
  const isNew = (it: string) => !called.has(it) && !Object.hasOwn(memory.pending, it);
  return { ended, failure: null, isWaiting: Object.keys(plan.memory.pending).some(isNew) };
}

/** What is not known to be where it is; of a sprint that was never read, all of it, where a page has just sent something. */
function newIn(reading: readonly OpenSprint[], memory: SweepMemory, hasJustWritten: boolean): Found[] {
  return reading.flatMap(({ id: sprint, issues }) => {
    const known = Object.hasOwn(memory.sprints, sprint) ? new Set(memory.sprints[sprint]) : null;
    const isNew = (it: string) =>
      Object.hasOwn(memory.pending, it) || (known === null ? hasJustWritten : !known.has(it));
    return issues.filter(isNew).map((issue) => ({ issue, sprint }));
  });
}

/** Whether ring one has judged the same entry: it is one, however many look at it. */
const isOf = (entry: GateLogEntry, one: GateLogEntry): boolean =>
  one.ring === "before" &&
  one.verdict !== "passed" &&
  one.issue === entry.issue &&
  (one.sprint === null || one.sprint === entry.sprint);

const placesOf = (found: readonly Found[]): ReadonlyMap<string, string> =>
  new Map(found.map(({ issue, sprint }) => [issue, sprint]));

/** What the log says of what was decided and stays where it is. */
function entriesOf(
  entered: readonly Found[],
  look: Look,
  { memory, flags }: SweepPlan,
  about: Pick<GateLogEntry, "site" | "at" | "ms">,
): GateLogEntry[] {
  const why = new Map(flags.map((it) => [it.issue, it.why]));
  return entered.flatMap(({ issue, sprint }) => {
    const decision = look.decisionOf(issue);
    if (decision === undefined || Object.hasOwn(memory.pending, issue)) return [];
    const { verdict, strict, reasons } = decision.verdict;
    return {
      ...{ ...about, ring: "after", issue: decision.issue, sprint, verdict, strict },
      ...{ reasons: [...reasons], why: why.get(issue) ?? null, override: null },
    };
  });
}
