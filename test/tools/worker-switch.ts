import type { BrowserContext } from "playwright-core";

/** Ends service workers, whatever they are about, as the browser itself may at any moment. */
export interface WorkerSwitch {
  stop(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the browser's own page about service workers, which alone may stop them. */
export async function openWorkerSwitch(context: BrowserContext): Promise<WorkerSwitch> {
  const internals = await context.newPage();
  await internals.goto("chrome://serviceworker-internals/");
  const session = await context.newCDPSession(internals);
  await session.send("ServiceWorker.enable");
  return {
    stop: async () => void (await session.send("ServiceWorker.stopAllWorkers")),
    close: () => internals.close(),
  };
}
