import { setTimeout as pause } from "node:timers/promises";
import type { CDPSession, Page } from "playwright-core";

/** CPU milliseconds by Chromium's Performance domain. */
export interface Work {
  script: number;
  style: number;
  layout: number;
}
export const workParts = ["script", "style", "layout"] as const;
const sumOf = ({ script, style, layout }: Work): number => script + style + layout;

/** CPU milliseconds of a page's main thread, which other processes do not add to as they do to wall time. */
export interface WorkMeter {
  session: CDPSession;
  /** Since the page was opened. */
  read(): Promise<Work>;
  /** Done until `act` is through. */
  workOf(act: () => Promise<unknown>): Promise<Work>;
  /** The same in one figure. */
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
  async function read(): Promise<Work> {
    const { metrics } = await session.send("Performance.getMetrics");
    const ms = (name: string) => (metrics.find((it) => it.name === name)?.value ?? 0) * 1000;
    return {
      script: ms("ScriptDuration"),
      style: ms("RecalcStyleDuration"),
      layout: ms("LayoutDuration"),
    };
  }
  async function workOf(act: () => Promise<unknown>): Promise<Work> {
    const before = await read();
    await act();
    const after = await read();
    return {
      script: after.script - before.script,
      style: after.style - before.style,
      layout: after.layout - before.layout,
    };
  }
  return {
    session,
    read,
    workOf,
    during: async (act) => sumOf(await workOf(act)),
    async settle() {
      const until = performance.now() + mostWaitMs;
      let last = sumOf(await read());
      for (let calm = 0; calm < 3 && performance.now() < until; ) {
        await pause(quietMs);
        const done = sumOf(await read());
        calm = done - last < 1 ? calm + 1 : 0;
        last = done;
      }
    },
  };
}
