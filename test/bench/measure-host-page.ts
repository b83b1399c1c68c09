import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "playwright-core";
import { type Contender, waitForFacts } from "./contender";
import { type BenchPage, type HostPage, openHostPage } from "./host-page";
import { memoryOf } from "./memory-of";
import { type WorkMeter, workMeter } from "./page-work";

declare const bench: BenchPage;

export const sizes = [100, 1_000, 5_000] as const;
/** The size at which a page is also looked at while it is left alone and while something else in it changes. */
const restSize = 1_000;
export const idleMs = 5_000;
export const mutations = 1_000;
const scrollTurns = 100;
/** Sixty live rows, of which ten at a time make room for new ones. */
export const scrolledRows = 60 + 10 * scrollTurns;

/** What one contender did in one round: CPU ms of the page's main thread where the name does not say otherwise. */
export type Measures = Record<string, number>;

/** Measures a host page in every scenario, all facts known before. */
export async function measureHostPage(host: HostPage, contender: Contender): Promise<Measures> {
  const measures: Measures = {};
  for (const rows of sizes) {
    await contender.warm(host, rows);
    Object.assign(measures, await onLoad(host, contender, rows));
    await contender.warm(host, rows);
    Object.assign(measures, await onInsert(host, contender, rows));
  }
  await contender.warm(host, scrolledRows);
  return Object.assign(measures, await onScroll(host, contender));
}

async function open({ context }: Contender, host: HostPage, rows: number) {
  const opened: { meter?: WorkMeter } = {};
  const page = await openHostPage(context, host, rows, async (it) => {
    opened.meter = await workMeter(it);
  });
  if (opened.meter === undefined) throw new Error("the page was opened without its meter");
  return { page, meter: opened.meter };
}

/** Waits until the page has come to rest, with Plumbline once its badges say something: what looks for them runs in every page. */
async function rest(page: Page, meter: WorkMeter, { name }: Contender, rows: number): Promise<void> {
  await waitForFacts(page, name === "plumbline" ? rows : 0);
  await meter.settle();
}

async function onLoad(host: HostPage, contender: Contender, rows: number): Promise<Measures> {
  const { page, meter } = await open(contender, host, rows);
  await rest(page, meter, contender, rows);
  const { workMs } = await meter.read();
  const measures: Measures = {
    [`load ${rows}`]: workMs,
    [`shift ${rows}`]: await page.evaluate(() => bench.shift()),
  };
  if (rows === restSize) {
    measures["heap bytes"] = (await memoryOf(meter.session)).heapBytes;
    measures.mutations = await meter.during(() => page.evaluate((times) => bench.mutate(times), mutations));
    await meter.settle();
    measures.idle = await meter.during(() => pause(idleMs));
  }
  await page.close();
  return measures;
}

async function onInsert(host: HostPage, contender: Contender, rows: number): Promise<Measures> {
  const { page, meter } = await open(contender, host, 0);
  await meter.settle();
  const workMs = await meter.during(async () => {
    await page.evaluate((rows) => {
      bench.insert(rows);
      bench.watch();
    }, rows);
    await rest(page, meter, contender, rows);
  });
  const { tasksMs, bare } = await page.evaluate(() => ({
    tasksMs: bench.longTasks(),
    bare: bench.bareFrames(),
  }));
  await page.close();
  const tasks = tasksMs.toSorted((a, b) => b - a);
  return {
    [`insert ${rows}`]: workMs,
    [`bare frames ${rows}`]: bare,
    // The first few tell: without an extension there are two or three.
    ...Object.fromEntries([0, 1, 2, 3].map((at) => [`task ${rows} ${at}`, tasks[at] ?? 0])),
  };
}

async function onScroll(host: HostPage, contender: Contender): Promise<Measures> {
  const { page, meter } = await open(contender, host, 0);
  await meter.settle();
  const scroll = await meter.during(async () => {
    await page.evaluate((times) => bench.scroll(times), scrollTurns);
    await meter.settle();
  });
  await page.close();
  return { scroll };
}
