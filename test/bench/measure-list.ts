import { setTimeout as pause } from "node:timers/promises";
import type { BrowserContext, Page } from "playwright-core";
import { installShiftRecorder, layoutShift } from "../e2e/layout-shift";
import type { Company } from "../sandbox/company/company";
import { type Sandbox, startSandbox } from "../sandbox/server";
import { launch } from "../tools/launch";
import { saveLinearKey } from "../tools/save-linear-key";
import { lookThrough, type Seen, scrollThrough } from "./scroll-through";

export interface ListMeasure extends Seen {
  /** Requests to the tracker's public API while the list was scrolled through for the first time. */
  calls: number;
  /** The browser's score of the first load, before scrolling: on scrolling the host's recycled rows shift by themselves. */
  shift: number;
  /** Script, style and layout of the page's main thread once all is known, in CPU milliseconds; the lesser of two passes. */
  workMs: number;
}

/** A tracker's list, and how to count the calls to the API that only the extension uses on it. */
export interface ListUnderTest {
  url(sandbox: Sandbox): string;
  calls(sandbox: Sandbox): number;
}

// What else the machine does only ever adds, also to CPU time.
const passes = 2;
/** Until the page and its badges have come to rest. */
const settleMs = 2500;

/**
 * Scrolls through a list in a fresh browser: once with nothing known, looked at; then with everything known, in new tabs, measured
 * and not looked at. `extensionDir` null: without the extension.
 */
export async function measureList(
  list: ListUnderTest,
  company: Company,
  executablePath: string,
  extensionDir: string | null,
): Promise<ListMeasure> {
  const sandbox = await startSandbox({ company });
  const { context, extensionId, close } = await launch({
    executablePath,
    extensionDir,
    flags: sandbox.chromiumFlags,
    headless: true,
  });
  try {
    if (extensionId !== null) await saveLinearKey(context, extensionId, "lin_api_ana");
    const callsBefore = list.calls(sandbox);
    const first = await openRecorded(context, list.url(sandbox));
    await pause(settleMs);
    const { score } = await layoutShift(first);
    const seen = await lookThrough(first);
    const calls = list.calls(sandbox) - callsBefore;
    await first.close();
    const works: number[] = [];
    for (let pass = 0; pass < passes; pass += 1) {
      works.push(await workOf(context, list.url(sandbox), seen.steps));
    }
    return { ...seen, calls, shift: score, workMs: Math.min(...works) };
  } finally {
    await close();
    await sandbox.stop();
  }
}

async function openRecorded(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(installShiftRecorder);
  await page.goto(url);
  return page;
}

/** Loads the page, scrolls through it and adds up what Chromium's Performance domain says of the main thread. */
async function workOf(context: BrowserContext, url: string, expectedSteps: number): Promise<number> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.goto(url);
  // The list comes after the load; before it does there is nothing to scroll.
  await pause(settleMs);
  const steps = await scrollThrough(page);
  if (steps !== expectedSteps) throw new Error(`${url} took ${steps} steps, and ${expectedSteps} before`);
  const { metrics } = await session.send("Performance.getMetrics");
  const parts = ["ScriptDuration", "RecalcStyleDuration", "LayoutDuration"];
  const seconds = metrics
    .filter(({ name }) => parts.includes(name))
    .reduce((sum, { value }) => sum + value, 0);
  await page.close();
  return seconds * 1000;
}
