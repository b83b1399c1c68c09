import type { AlignmentPort } from "./port";

/** Pages learn of many tickets in a moment; what follows them looks no more often than this. */
const restMs = 250;

/**
 * Runs `look` now and whenever what the host knows has changed, until `signal` ends it: one run at a time, and a change meanwhile is
 * looked at afterwards. `fail` hears why a run broke off.
 */
export function followKnown(
  port: Pick<AlignmentPort, "watchKnown">,
  look: () => Promise<void>,
  fail: (error: unknown) => void,
  signal: AbortSignal,
): void {
  let isRunning = false;
  let isDue = false;
  async function run(): Promise<void> {
    isDue = true;
    if (isRunning) return;
    isRunning = true;
    while (isDue && !signal.aborted) {
      isDue = false;
      await look().catch(fail);
      await new Promise((resolve) => setTimeout(resolve, restMs));
    }
    isRunning = false;
  }
  port.watchKnown(() => void run(), signal);
}
