import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { percentile } from "../../shared/domain/percentile";
import type { Policy } from "../../shared/domain/policy";
import { type ForgeStage, openStage } from "../forge-app/open-stage";
import type { Invoked } from "../sandbox/forge/platform";
import { bet, ticket } from "../sandbox/jira/small-company";
import { moveToSprint } from "../sandbox/jira/sprints";
import { projectRoot } from "../tools/build-extension";
import type { BenchRow } from "./bench-row";
import { median } from "./median";
import { moveDate } from "./moved-clock";

const entry = join(projectRoot, "forge-app/src/index.ts");
const events = 200;
const keys = Array.from({ length: events }, (_, at) => `ATL-${at + 1}`);
const scenario = `${events} events of a kind, one after the other, in a warm instance; calls as the sandbox's Jira counts them`;

interface Kind {
  name: string;
  /** The mode while the events come; what is prepared happens while the gate only watches. */
  mode: Policy["mode"];
  /** Once before the tickets. */
  begin?: (stage: ForgeStage) => unknown;
  /** For each ticket. */
  prepare?: (stage: ForgeStage, key: string) => unknown;
  act(stage: ForgeStage, key: string): unknown;
}

const move = (to: number) => (it: ForgeStage, key: string) =>
  moveToSprint(it.site, it.person("tom"), [key], to);
const betOf = ({ site }: ForgeStage) =>
  [...site.issues.values()].find(({ type }) => type.name === "Epic")?.key ?? "";
const signBet = (it: ForgeStage) => {
  it.write(betOf(it));
  it.sign(betOf(it));
};
const make = (sprint: object) => (it: ForgeStage) =>
  it.ask("tom", "POST", "/rest/api/3/issue", {
    fields: {
      ...{ project: { key: "ATL" }, issuetype: { name: "Story" }, summary: "New" },
      ...{ parent: { key: betOf(it) }, ...sprint },
    },
  });
const startWork = (it: ForgeStage, key: string) =>
  it.ask("tom", "POST", `/rest/api/3/issue/${key}/transitions`, { transition: { id: "21" } });
const validate = (it: ForgeStage) => it.platform.validateTransitions();

const kinds: Kind[] = [
  { name: "put back, never seen", mode: "block", act: move(2) },
  { name: "put back, seen before", mode: "block", prepare: move(3), act: move(2) },
  { name: "let in by its bet, never seen", mode: "block", begin: signBet, act: move(2) },
  { name: "let in by its bet, seen before", mode: "block", begin: signBet, prepare: move(3), act: move(2) },
  { name: "let in, watched only", mode: "observe", act: move(2) },
  { name: "warned, seen before", mode: "warn", prepare: move(3), act: move(2) },
  { name: "made in the backlog", mode: "block", act: make({}) },
  { name: "made in a sprint", mode: "block", act: make({ customfield_10020: 2 }) },
  {
    ...{ name: "another field changed", mode: "block" },
    act: (it, key) => it.ask("tom", "PUT", `/rest/api/3/issue/${key}`, { fields: { customfield_10016: 3 } }),
  },
  { name: "validator refuses, never seen", mode: "block", begin: validate, act: startWork },
  {
    name: "validator refuses, seen before",
    mode: "block",
    begin: validate,
    prepare: move(3),
    act: startWork,
  },
  {
    ...{ name: "validator lets through, seen before", mode: "block", prepare: move(3), act: startWork },
    begin: (it) => {
      validate(it);
      signBet(it);
    },
  },
];

/** What the app inside Jira costs: calls and own time for each kind of event, a cold start, and a sweep of a thousand tickets. */
export async function forgeRows(): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), "plumbline-bench-"));
  try {
    // Bundled as for an upload.
    const outfile = join(folder, "index.cjs");
    await build({ entryPoints: [entry], outfile, bundle: true, platform: "node", format: "cjs" });
    const app: Record<string, unknown> = createRequire(import.meta.url)(outfile);
    const stage: Stage = { clock: moveDate(), load: async () => app };
    const rows: BenchRow[] = [];
    for (const it of kinds) rows.push(...(await kindRows(it, stage)));
    return [...rows, await coldStart(outfile), ...(await sweepRows(stage))];
  } finally {
    await rm(folder, { recursive: true });
  }
}

type Stage = Parameters<typeof openStage>[0];

async function kindRows({ name, mode, begin, prepare, act }: Kind, stage: Stage): Promise<BenchRow[]> {
  // Each ticket serves a bet that has no statement, unless one is written.
  const tickets = keys.map((_, at) => ticket(at + 1, { betId: "north" }));
  const it = openStage(stage, { mode: "observe" }, {}, { bets: [bet("north")], tickets });
  // What is the same all over the site is read once a day.
  await it.platform.runHourly();
  await begin?.(it);
  for (const key of keys) {
    await prepare?.(it, key);
    await it.platform.settle();
  }
  it.writePolicy({ mode });
  it.platform.invoked.length = 0;
  for (const key of keys) {
    await act(it, key);
    await it.platform.settle();
  }
  it.end();
  if (it.platform.failures.length > 0) throw new Error(it.platform.failures.join("\n"));
  const { invoked } = it.platform;
  const most = (of: (one: Invoked) => number) => percentile(invoked.map(of), 0.95) ?? Number.NaN;
  const row = (what: string, value: number, unit: string, target: number | null): BenchRow => ({
    ...{ name: `forge: ${what}, ${name}`, value, unit, target, scenario },
  });
  return [
    row(
      "calls to Jira",
      most((one) => one.jiraCalls),
      "calls, 95th percentile",
      3,
    ),
    row(
      "calls to storage",
      most((one) => one.otherCalls),
      "calls, 95th percentile",
      null,
    ),
    row(
      "own time",
      most((one) => one.ownMs),
      "ms, 95th percentile",
      200,
    ),
  ];
}

/** How long a new process takes to have the app's code ready; without the start of Node itself. */
async function coldStart(bundle: string): Promise<BenchRow> {
  const script = `const t = performance.now(); require(${JSON.stringify(bundle)}); console.log(performance.now() - t);`;
  const times: number[] = [];
  for (let at = 0; at < 11; at += 1)
    times.push(Number((await promisify(execFile)(process.execPath, ["-e", script])).stdout));
  return {
    ...{ name: "forge: cold start", value: median(times), unit: "ms", target: null },
    scenario: "a new process loads the bundled code, the middle of 11; what the platform needs comes on top",
  };
}

/** A sweep of everything, the first one and one that finds what it left. */
async function sweepRows(stage: Stage): Promise<BenchRow[]> {
  const issues = 1_000;
  const tickets = Array.from({ length: issues }, (_, at) =>
    ticket(at + 1, { betId: "north", sprintId: "two" }),
  );
  const it = openStage(stage, { mode: "block" }, {}, { bets: [bet("north")], tickets });
  const sweep = async (what: string): Promise<BenchRow[]> => {
    it.platform.proxy.calls.length = 0;
    it.platform.invoked.length = 0;
    it.platform.store.values.delete("sweep-last");
    await it.platform.runHourly();
    await it.platform.settle();
    const { calls } = it.platform.proxy;
    const scenario = `all of ${issues} tickets in open sprints, in batches of 100`;
    const row = (name: string, value: number, unit: string): BenchRow => ({
      ...{ name: `forge: ${what}, ${name}`, value, unit, target: null, scenario },
    });
    return [
      row("calls to Jira", calls.length, "calls for 1,000 tickets"),
      row(
        "points of the quota",
        calls.reduce((sum, one) => sum + one.points, 0),
        "points for 1,000 tickets",
      ),
      row(
        "own time",
        it.platform.invoked.reduce((sum, one) => sum + one.ownMs, 0),
        "ms for 1,000 tickets",
      ),
    ];
  };
  const rows = [...(await sweep("first sweep")), ...(await sweep("later sweep"))];
  it.end();
  if (it.platform.failures.length > 0) throw new Error(it.platform.failures.join("\n"));
  return rows;
}
