import { seedCompany } from "../sandbox/company/seed";
import { startSandbox } from "../sandbox/server";
import { launch } from "../tools/launch";
import { median } from "./median";
import { type Memory, memoryOf } from "./memory-of";
import { openRecyclingPage, passRows } from "./recycling-page";

const runs = 3;
/** Until every map that is kept small is full. */
const firstRows = 6_000;
const allRows = 20_000;

/** What grows while 20,000 rows pass by, with the extension less without, as rows of the bench. */
export async function memoryRows(executablePath: string, extensionDir: string) {
  const grown = { on: [] as Memory[], off: [] as Memory[] };
  for (let round = 0; round < runs; round++) {
    grown.off.push(await growth(executablePath, null));
    grown.on.push(await growth(executablePath, extensionDir));
  }
  const scenario = `60 live rows, 10 replaced at a time, from row ${firstRows} to row ${allRows}, garbage collected; median of ${runs} with the extension less without`;
  const row = (name: string, unit: string, target: number, of: (it: Memory) => number) => ({
    name: `${name} while 20,000 rows pass by`,
    value: median(grown.on.map(of)) - median(grown.off.map(of)),
    unit,
    target,
    scenario,
  });
  return [
    row("heap growth", "KB", 256, ({ heapBytes }) => heapBytes / 1024),
    row("node growth", "nodes", 0, ({ nodes }) => nodes),
    row("listener growth", "listeners", 0, ({ listeners }) => listeners),
  ];
}

async function growth(executablePath: string, extensionDir: string | null): Promise<Memory> {
  const company = seedCompany({ today: new Date().toISOString().slice(0, 10), issues: 300 });
  const sandbox = await startSandbox({ company });
  const { context, close } = await launch({
    executablePath,
    extensionDir,
    flags: sandbox.chromiumFlags,
    headless: true,
  });
  try {
    const page = await openRecyclingPage(context);
    const session = await context.newCDPSession(page);
    await passRows(page, firstRows);
    const before = await memoryOf(session);
    await passRows(page, allRows - firstRows);
    const after = await memoryOf(session);
    return {
      heapBytes: after.heapBytes - before.heapBytes,
      nodes: after.nodes - before.nodes,
      listeners: after.listeners - before.listeners,
    };
  } finally {
    await close();
    await sandbox.stop();
  }
}
