import { mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { seedCompany } from "../sandbox/company/seed";
import { buildExtension, projectRoot } from "../tools/build-extension";
import { findBrowser } from "../tools/find-browser";
import { type ListMeasure, type ListUnderTest, measureList } from "./measure-list";
import { median } from "./median";

/** One measured number; `target` is the most that it may be, null where none is set. */
interface BenchRow {
  name: string;
  value: number;
  unit: string;
  target: number | null;
  scenario: string;
}

const runs = 5;
const tickets = 1000;

const lists: (ListUnderTest & { name: string })[] = [
  {
    name: "Jira backlog",
    url: ({ urls }) => urls.jira.backlog,
    // The pages themselves use internal endpoints, which are not logged.
    calls: ({ jira }) => jira.requests.length,
  },
  {
    name: "Linear list",
    url: ({ urls }) => urls.linear.list,
    calls: ({ linear }) => linear.requests.filter(({ host }) => host === "api.linear.app").length,
  },
];

/** Bytes of what the production build puts into pages and into the service worker. */
async function sizes(): Promise<BenchRow[]> {
  const folder = await buildExtension("production");
  const scripts = (await readdir(join(folder, "content-scripts"))).filter((name) => name.endsWith(".js"));
  const files = [
    ...scripts.map((name) => ({
      name,
      path: `content-scripts/${name}`,
      target: name === "gate.js" ? 8000 : 45_000,
    })),
    { name: "background.js", path: "background.js", target: null },
  ];
  return Promise.all(
    files.map(async ({ name, path, target }) => ({
      name: `size of ${name}`,
      value: (await stat(join(folder, path))).size,
      unit: "bytes",
      target,
      scenario: "production build for Chromium, minified, not compressed",
    })),
  );
}

/** The list with and without the extension, in turn and each first in every other round. */
async function compare(
  list: (typeof lists)[number],
  browser: string,
  sandboxBuild: string,
): Promise<BenchRow[]> {
  const company = seedCompany({ today: new Date().toISOString().slice(0, 10), issues: tickets });
  const off: ListMeasure[] = [];
  const on: ListMeasure[] = [];
  for (let round = 0; round < runs; round += 1) {
    const pair = [
      async () => void off.push(await measureList(list, company, browser, null)),
      async () => void on.push(await measureList(list, company, browser, sandboxBuild)),
    ];
    for (const measure of round % 2 === 0 ? pair : pair.toReversed()) await measure();
    console.log(`${list.name}: round ${round + 1} of ${runs}`);
  }
  const added = (of: (it: ListMeasure) => number) => median(on.map(of)) - median(off.map(of));
  const rows = median(on.map((it) => it.tickets.size));
  const scenario = `${list.name}, ${tickets} tickets, scrolled to its end, ${rows} rows came into view; median of ${runs} with the extension less without`;
  return [
    {
      name: `work per row, ${list.name}`,
      value: (added((it) => it.workMs) / rows) * 1000,
      unit: "microseconds of main-thread CPU",
      target: 60,
      scenario: `${scenario}; facts cached; script, style and layout; each the lesser of two passes`,
    },
    {
      name: `layout shift caused, ${list.name}`,
      value: added((it) => it.shift),
      unit: "layout shift score",
      target: 0,
      scenario: `${list.name}, ${tickets} tickets, from the load until all is at rest; nothing cached; medians of ${runs}, with less without`,
    },
    {
      name: `API calls, ${list.name}`,
      value: added((it) => it.calls),
      unit: "calls",
      // A bound on calls holds for tickets that come all at once; scrolling brings them a screen at a time.
      target: null,
      scenario: `${scenario}; nothing cached, asked for as they come into view`,
    },
    {
      name: `rows without a badge, ${list.name}`,
      value: rows - median(on.map((it) => it.badged.size)),
      unit: "rows",
      target: 0,
      scenario: `${scenario}; nothing cached`,
    },
  ];
}

const { path: browser } = await findBrowser();
const rows = await sizes();
const sandboxBuild = await buildExtension("sandbox");
for (const list of lists) rows.push(...(await compare(list, browser, sandboxBuild)));

const folder = join(projectRoot, ".output/reports");
await mkdir(folder, { recursive: true });
await writeFile(join(folder, "bench.json"), `${JSON.stringify(rows, null, 2)}\n`);
console.table(
  rows.map(({ name, value, unit, target }) => ({ name, value: Math.round(value * 1e4) / 1e4, unit, target })),
);
for (const { name, value, target } of rows) {
  if (target !== null && value > target) console.log(`Misses its target of ${target}: ${name}, ${value}`);
}
