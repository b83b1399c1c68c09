import { setTimeout as pause } from "node:timers/promises";
import type { CDPSession, Page } from "playwright-core";

/** What the page's main thread did: CPU milliseconds, which other processes do not add to as they do to wall time. */
export interface PageWork {
  /** Script, style and layout. */
  workMs: number;
  scriptMs: number;
  styleMs: number;
  layoutMs: number;
  /** All tasks, with compiling, painting and messages: noisier. */
  taskMs: number;
}

const quietMs = 400;
const mostWaitMs = 30_000;

/** Counts a page's work over the raw metrics of Chromium's Performance domain. */
export async function workMeter(page: Page): Promise<{
  read(): Promise<PageWork>;
  /** Waits until the page has done next to nothing for a while. */
  settle(): Promise<void>;
  session: CDPSession;
}> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  async function read(): Promise<PageWork> {
    const { metrics } = await session.send("Performance.getMetrics");
    const seconds = (name: string) => metrics.find((it) => it.name === name)?.value ?? 0;
    const scriptMs = seconds("ScriptDuration") * 1000;
    const styleMs = seconds("RecalcStyleDuration") * 1000;
    const layoutMs = seconds("LayoutDuration") * 1000;
    return {
      workMs: scriptMs + styleMs + layoutMs,
      scriptMs,
      styleMs,
      layoutMs,
      taskMs: seconds("TaskDuration") * 1000,
    };
  }
  return {
    session,
    read,
    async settle() {
      const until = performance.now() + mostWaitMs;
      let last = (await read()).workMs;
      for (let calm = 0; calm < 3 && performance.now() < until; ) {
        await pause(quietMs);
        const { workMs } = await read();
        calm = workMs - last < 1 ? calm + 1 : 0;
        last = workMs;
      }
    },
  };
}
