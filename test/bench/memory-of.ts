import type { CDPSession } from "playwright-core";

/** What a page holds on to once all that nobody holds is gone. */
export interface Memory {
  heapBytes: number;
  /** In the page and detached, of all worlds and shadow trees. */
  nodes: number;
  listeners: number;
}

/** Collects garbage and counts what is left. */
export async function memoryOf(session: CDPSession): Promise<Memory> {
  // What is freed by finalisers of the first round goes in the second.
  for (let round = 0; round < 3; round++) await session.send("HeapProfiler.collectGarbage");
  const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return { heapBytes: usedSize, nodes, listeners: jsEventListeners };
}
