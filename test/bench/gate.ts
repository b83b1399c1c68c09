import { companyWithGate } from "../e2e/gate-company";
import { seedCompany } from "../sandbox/company/seed";
import type { BenchRow } from "./bench-row";
import { startContender } from "./contender";
import { entryRows, evidenceCalls, perRequest, untouched } from "./gate-entry";
import { sweepCalls, sweepWork, sweptIssues } from "./gate-sweep";

/** What the gate costs: an entry that is let in, a request that is none of its business, and a sweep. */
export async function gateRows(executablePath: string, build: string): Promise<BenchRow[]> {
  const rows: BenchRow[] = [await sweepCalls()];
  const without = await startContender("without", {
    company: companyWithGate("block", 2_000),
    executablePath,
    build,
  });
  const bare = await perRequest(without);
  await without.close();
  for (const mode of ["observe", "block"] as const) {
    const it = await startContender("plumbline", {
      company: companyWithGate(mode, 2_000),
      executablePath,
      build,
    });
    rows.push(...(await entryRows(it, mode)));
    if (mode === "block") {
      rows.push(await evidenceCalls(it));
      rows.push({
        name: "gate: added to a request that is none of its business",
        value: ((await perRequest(it)) - bare) * 1_000,
        unit: "microseconds",
        target: 20,
        scenario: `${untouched} calls of fetch that end before the network, with the gate and without`,
      });
    }
    await it.close();
  }
  const company = seedCompany({ today: new Date().toISOString().slice(0, 10), issues: sweptIssues + 200 });
  const swept = await startContender("plumbline", { company, executablePath, build });
  rows.push(await sweepWork(swept));
  await swept.close();
  return rows;
}
