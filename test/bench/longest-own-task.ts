import type { CDPSession } from "playwright-core";

/** What Chromium's trace tells of a stretch of work; times in microseconds. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  args: { data?: { url?: string } };
}

/** Chromium's own names: a task of a thread, and a call of a function in it, which bears the address of its script. */
const [task, call] = ["RunTask", "FunctionCall"];
const categories = ["devtools.timeline", "disabled-by-default-devtools.timeline"];

/**
 * The longest that any one task spent in functions of an extension while `act` ran, in milliseconds of wall time, with whatever
 * style and layout they made the page do at once.
 */
export async function longestOwnTask(session: CDPSession, act: () => Promise<unknown>): Promise<number> {
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: categories },
  });
  await act();
  await session.send("Tracing.end");
  await complete;
  const tasks = events.filter(({ name }) => name === task);
  const own = outermost(
    events.filter(({ name, args }) => name === call && args.data?.url?.startsWith("chrome-extension:")),
  );
  if (own.length === 0) throw new Error("The trace shows no function of an extension.");
  return Math.max(
    ...tasks.map((it) => own.filter((at) => holds(it, at)).reduce((sum, { dur = 0 }) => sum + dur, 0) / 1000),
  );
}

const holds = (outer: TraceEvent, { pid, tid, ts }: TraceEvent): boolean =>
  outer.pid === pid && outer.tid === tid && outer.ts <= ts && ts < outer.ts + (outer.dur ?? 0);

/** Without the calls within calls. */
function outermost(calls: TraceEvent[]): TraceEvent[] {
  const kept: TraceEvent[] = [];
  for (const it of calls.toSorted((a, b) => a.ts - b.ts)) {
    const last = kept.findLast(({ pid, tid }) => pid === it.pid && tid === it.tid);
    if (last === undefined || !holds(last, it)) kept.push(it);
  }
  return kept;
}
