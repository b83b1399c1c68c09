import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { seedCompany } from "../sandbox/company/seed";
import { buildExtension, projectRoot } from "../tools/build-extension";
import { findBrowser } from "../tools/find-browser";
import type { BenchRow } from "./bench-row";
import { coldStart } from "./cold-start";
import { type ContenderName, startContender } from "./contender";
import { forgeRows } from "./forge";
import { forgePanel } from "./forge-panel";
import { gateRows } from "./gate";
import { type HostPage, hostPages } from "./host-page";
import { hostPageRows } from "./host-page-rows";
import { memoryRows } from "./memory";
import { newTickets } from "./new-tickets";
import { panelOpening } from "./panel-opening";
import { scriptSizes } from "./script-sizes";

const company = seedCompany({ today: new Date().toISOString().slice(0, 10), issues: 5_000 });
const { path: executablePath } = await findBrowser();
const build = await buildExtension("sandbox");
const report = join(projectRoot, ".output/reports/bench.json");

async function hostPage(host: HostPage | undefined): Promise<BenchRow[]> {
  if (host === undefined) throw new Error("there is no such page");
  const names: ContenderName[] = ["without", "minimum", "plumbline"];
  const contenders = await Promise.all(
    names.map((name) => startContender(name, { company, executablePath, build })),
  );
  try {
    const rows: BenchRow[] = [];
    for (const it of contenders) if (it.name === "plumbline") rows.push(await newTickets(host, it));
    return [...rows, ...(await hostPageRows(host, contenders))];
  } finally {
    for (const it of contenders) await it.close();
  }
}

async function opening(): Promise<BenchRow[]> {
  const plumbline = await startContender("plumbline", { company, executablePath, build });
  try {
    return [await coldStart(plumbline), await panelOpening(plumbline)];
  } finally {
    await plumbline.close();
  }
}

const parts: Record<string, () => Promise<BenchRow[]>> = {
  sizes: async () => scriptSizes(await buildExtension("production")),
  jira: () => hostPage(hostPages.find(({ name }) => name === "Jira backlog")),
  linear: () => hostPage(hostPages.find(({ name }) => name === "Linear list")),
  opening,
  memory: () => memoryRows(executablePath, build),
  gate: () => gateRows(executablePath, build),
  forge: () => forgeRows(),
  "forge-panel": () =>
    forgePanel(seedCompany({ today: new Date().toISOString().slice(0, 10) }), executablePath),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((it) => !Object.hasOwn(parts, it));
if (unknown.length > 0)
  throw new Error(`There is no part "${unknown.join()}": say some of ${Object.keys(parts).join(", ")}`);

for (const [name, measure] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const rows = await measure();
  await keep(rows);
  console.table(
    rows.map(({ scenario: _, value, ...row }) => ({ ...row, value: Math.round(value * 100) / 100 })),
  );
  for (const { name, value, target } of rows) {
    if (target !== null && value > target) console.log(`Misses its target of ${target}: ${name}, ${value}`);
  }
}

/** Adds to what was measured before, in place of rows of the same name. */
async function keep(rows: BenchRow[]): Promise<void> {
  const kept = await readFile(report, "utf8").then(
    (text) => JSON.parse(text) as BenchRow[],
    () => [],
  );
  const others = kept.filter(({ name }) => !rows.some((it) => it.name === name));
  await mkdir(join(projectRoot, ".output/reports"), { recursive: true });
  await writeFile(report, `${JSON.stringify([...others, ...rows], null, 2)}\n`);
}
