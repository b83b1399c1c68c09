import { setTimeout as pause } from "node:timers/promises";
import type { CDPSession, Page } from "playwright-core";

/** CPU milliseconds of a page's main thread, which other processes do not add to as they do to wall time. */
export interface WorkMeter {
  session: CDPSession;
  /** Script, style and layout since the page was opened, by Chromium's Performance domain. */
  read(): Promise<{ workMs: number; scriptMs: number; styleMs: number; layoutMs: number }>;
  /** The work done until `act` is through. */
  during(act: () => Promise<unknown>): Promise<number>;
  /** Waits until the page has done next to nothing for a while. */
  settle(): Promise<void>;
}

const quietMs = 400;
const mostWaitMs = 30_000;

/** Starts to count. Before the page goes anywhere, so that its load is in it. */
export async function workMeter(page: Page): Promise<WorkMeter> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  async function read() {
    const { metrics } = await session.send("Performance.getMetrics");
    const ms = (name: string) => (metrics.find((it) => it.name === name)?.value ?? 0) * 1000;
    const [scriptMs, styleMs, layoutMs] = [
      ms("ScriptDuration"),
      ms("RecalcStyleDuration"),
      ms("LayoutDuration"),
    ];
    return { workMs: scriptMs + styleMs + layoutMs, scriptMs, styleMs, layoutMs };
  }
  return {
    session,
    read,
    async during(act) {
      const before = await read();
      await act();
      return (await read()).workMs - before.workMs;
    },
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
