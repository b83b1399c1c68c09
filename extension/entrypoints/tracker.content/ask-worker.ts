import { onAbort } from "./on-abort";

const mostTries = 4;
const firstPauseMs = 150;

/**
 * Asks the extension's worker. One that the browser stopped before it answered starts anew at the next question, so it
 * is asked again a few times. Rejects where it does not answer in time, keeps failing, or is gone for good.
 */
export async function askWorker<T>(
  ask: () => Promise<T>,
  { deadlineMs, isGone, signal }: { deadlineMs: number; isGone: () => boolean; signal: AbortSignal },
): Promise<T> {
  const over = AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)]);
  for (let tries = 1; ; tries++) {
    try {
      return await Promise.race([ask(), rejection(over)]);
    } catch (error) {
      if (tries === mostTries || over.aborted || isGone()) throw error;
      await Promise.race([
        new Promise((resolve) => setTimeout(resolve, firstPauseMs * 4 ** (tries - 1))),
        rejection(over),
      ]);
    }
  }
}

const rejection = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    else onAbort(signal, stop);
  });
