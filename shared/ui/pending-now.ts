import type { AlignmentPort, Pending } from "./port";

/** What is not done at this moment. */
export const pendingNow = (port: AlignmentPort): Promise<Pending[]> =>
  new Promise((resolve) => {
    const once = new AbortController();
    port.watchPending((writes) => {
      resolve(writes);
      // The host may tell before it listens to the signal.
      queueMicrotask(() => once.abort());
    }, once.signal);
  });
