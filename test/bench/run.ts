import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { seedCompany } from "../sandbox/company/seed";
import { buildExtension, projectRoot } from "../tools/build-extension";
import { findBrowser } from "../tools/find-browser";
import { coldStart } from "./cold-start";
import { type ContenderName, startContender } from "./contender";
import { gateRows } from "./gate";
import { hostPages } from "./host-page";
import { hostPageRows } from "./host-page-rows";
import { memoryRows } from "./memory";
import { newTickets } from "./new-tickets";
import { panelOpening } from "./panel-opening";
import { scriptSizes } from "./script-sizes";

const company = seedCompany({ today: new Date().toISOString().slice(0, 10), issues: 5_000 });
const { path: executablePath } = await findBrowser();
const rows = await scriptSizes(await buildExtension("production"));
const build = await buildExtension("sandbox");
const names: ContenderName[] = ["without", "minimum", "plumbline"];
for (const host of hostPages) {
  const contenders = await Promise.all(
    names.map((name) => startContender(name, { company, executablePath, build })),
  );
  try {
    for (const it of contenders) if (it.name === "plumbline") rows.push(await newTickets(host, it));
    rows.push(...(await hostPageRows(host, contenders)));
    console.table(rows.map(({ name, value, target }) => ({ name, value, target })));
  } finally {
    for (const it of contenders) await it.close();
  }
}
const plumbline = await startContender("plumbline", { company, executablePath, build });
rows.push(await coldStart(plumbline));
rows.push(await panelOpening(plumbline));
await plumbline.close();
rows.push(...(await memoryRows(executablePath, build)));
await keep();
rows.push(...(await gateRows(executablePath, build)));
await keep();

async function keep(): Promise<void> {
  const folder = join(projectRoot, ".output/reports");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "bench.json"), `${JSON.stringify(rows, null, 2)}\n`);
}
console.table(
  rows.map(({ scenario: _, value, ...row }) => ({ ...row, value: Math.round(value * 100) / 100 })),
);
for (const { name, value, target } of rows) {
  if (target !== null && value > target) console.log(`Misses its target of ${target}: ${name}, ${value}`);
}
