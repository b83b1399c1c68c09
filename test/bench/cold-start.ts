import { openWorkerSwitch } from "../tools/worker-switch";
import type { BenchRow } from "./bench-row";
import type { Contender } from "./contender";
import { median } from "./median";

const runs = 15;

/** Milliseconds from a question to the answer of a service worker that was not running. */
export async function coldStart({ context, extensionId }: Contender): Promise<BenchRow> {
  const desk = await context.newPage();
  await desk.goto(`chrome-extension://${extensionId}/options.html`);
  const workers = await openWorkerSwitch(context);
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    await workers.stop();
    times.push(
      await desk.evaluate(async () => {
        const start = performance.now();
        await chrome.runtime.sendMessage({ id: 0, type: "readToday", timestamp: Date.now() });
        return performance.now() - start;
      }),
    );
  }
  await workers.close();
  await desk.close();
  return {
    name: "service worker, cold start to first answer",
    value: median(times),
    unit: "ms",
    target: 60,
    scenario: `stopped, then asked for today's numbers, which it reads from its database; median of ${runs}`,
  };
}
