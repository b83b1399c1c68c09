import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "playwright-core";
import { type Contender, waitForFacts } from "./contender";
import { type BenchPage, type HostPage, openHostPage } from "./host-page";
import { longestOwnTask } from "./longest-own-task";
import { memoryOf } from "./memory-of";
import { type Work, type WorkMeter, workMeter, workParts } from "./page-work";

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

/** Each part of the work under a name of its own, for the noise of one is not that of another. */
const parted = (what: string, work: Work): Measures =>
  Object.fromEntries(workParts.map((part) => [`${what} ${part}`, work[part]]));

/** Measures a host page in every scenario, all facts known before; with `only` so many rows, in nothing but load and insertion. */
export async function measureHostPage(
  host: HostPage,
  contender: Contender,
  only?: number,
): Promise<Measures> {
  const measures: Measures = {};
  for (const rows of only === undefined ? sizes : [only]) {
    await contender.warm(host, rows);
    Object.assign(measures, await onLoad(host, contender, rows));
    await contender.warm(host, rows);
    Object.assign(measures, await onInsert(host, contender, rows));
  }
  if (only !== undefined) return measures;
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

/** Waits until the page has come to rest, with Plumbline once its badges say something. The page is asked only then: asking is work. */
async function rest(page: Page, meter: WorkMeter, { name }: Contender, rows: number): Promise<void> {
  await meter.settle();
  await waitForFacts(page, name === "plumbline" ? rows : 0);
  await meter.settle();
}

async function onLoad(host: HostPage, contender: Contender, rows: number): Promise<Measures> {
  const { page, meter } = await open(contender, host, rows);
  await rest(page, meter, contender, rows);
  const measures: Measures = {
    ...parted(`load ${rows}`, await meter.read()),
    [`shift ${rows}`]: await page.evaluate(() => bench.shift()),
  };
  if (rows === restSize) {
    measures["heap bytes"] = (await memoryOf(meter.session)).heapBytes;
    const mutate = () => page.evaluate((times) => bench.mutate(times), mutations);
    Object.assign(measures, parted("mutations", await meter.workOf(mutate)));
    await meter.settle();
    Object.assign(measures, parted("idle", await meter.workOf(() => pause(idleMs))));
  }
  await page.close();
  return measures;
}

async function onInsert(host: HostPage, contender: Contender, rows: number): Promise<Measures> {
  const { page, meter } = await open(contender, host, 0);
  await meter.settle();
  const work = await meter.workOf(async () => {
    await page.evaluate((rows) => {
      bench.insert(rows);
      bench.watch();
    }, rows);
    await rest(page, meter, contender, rows);
  });
  const bare = await page.evaluate(() => bench.bareFrames());
  await page.close();
  return { ...parted(`insert ${rows}`, work), [`bare frames ${rows}`]: bare };
}

/** The longest that one task of a page spends in an extension's functions while so many rows are inserted; milliseconds. */
export async function longestTaskOnInsert(
  host: HostPage,
  contender: Contender,
  rows: number,
): Promise<number> {
  await contender.warm(host, rows);
  const { page, meter } = await open(contender, host, 0);
  await meter.settle();
  const longestMs = await longestOwnTask(meter.session, async () => {
    await page.evaluate((rows) => bench.insert(rows), rows);
    await rest(page, meter, contender, rows);
  });
  await page.close();
  return longestMs;
}

async function onScroll(host: HostPage, contender: Contender): Promise<Measures> {
  const { page, meter } = await open(contender, host, 0);
  await meter.settle();
  const work = await meter.workOf(async () => {
    await page.evaluate((times) => bench.scroll(times), scrollTurns);
    await meter.settle();
  });
  await page.close();
  return parted("scroll", work);
}
