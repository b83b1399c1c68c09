import type { Page } from "playwright-core";
import { jiraSweepPort } from "../../extension/trackers/jira/sweep-port";
import { performRequest } from "../../extension/trackers/perform-request";
import { companyWithGate, isReady } from "../e2e/gate-company";
import { fetchFrom } from "../extension/fetch-from";
import { seedCompany } from "../sandbox/company/seed";
import { jiraApi } from "../sandbox/jira/api";
import { createJiraSite, type JiraSite } from "../sandbox/jira/site";
import { openWorkerSwitch } from "../tools/worker-switch";
import type { BenchRow } from "./bench-row";
import { type Contender, startContender, waitForFacts } from "./contender";
import { median } from "./median";
import { workMeter } from "./page-work";

const [warmRuns, coldRuns, untouched, sweptIssues, sweptSprints] = [40, 12, 10_000, 1_000, 10];

/** What the gate costs: an entry that is let in, a request that is none of its business, and a sweep. */
export async function gateRows(executablePath: string, build: string): Promise<BenchRow[]> {
  const rows: BenchRow[] = [await sweepCalls()];
  const without = await startContender("without", {
    company: companyWithGate("block"),
    executablePath,
    build,
  });
  const bare = await perRequest(without);
  await without.close();
  for (const mode of ["observe", "block"] as const) {
    const it = await startContender("plumbline", { company: companyWithGate(mode), executablePath, build });
    rows.push(...(await entryRows(it, mode)));
    if (mode === "block") {
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

async function openBacklog({ context, sandbox }: Contender): Promise<Page> {
  const page = await context.newPage();
  await page.goto(sandbox.urls.jira.backlog);
  return page;
}

/** Milliseconds of one call of fetch that ends before it reaches the network. */
async function perRequest(contender: Contender): Promise<number> {
  const page = await openBacklog(contender);
  await page.waitForTimeout(2_000);
  const times: number[] = [];
  for (let run = 0; run < 5; run++)
    times.push(
      await page.evaluate(async (many) => {
        const init = { method: "POST", body: '{"fields":{}}', signal: AbortSignal.abort() };
        const ended: Promise<unknown>[] = [];
        const start = performance.now();
        for (let at = 0; at < many; at++)
          ended.push(fetch("/rest/api/3/issue/ATL-1/comment", init).catch(() => 0));
        const ms = performance.now() - start;
        await Promise.all(ended);
        return ms / many;
      }, untouched),
    );
  await page.close();
  return median(times);
}

/** How much longer it takes to put a ticket into a sprint than to take it out, of which nobody is asked. */
async function entryRows(contender: Contender, mode: "observe" | "block"): Promise<BenchRow[]> {
  const { jira } = contender.sandbox;
  const sprint = jira.sprints.find(({ state }) => state === "future");
  const ticket = [...jira.issues.values()].find(
    (it) => it.type.hierarchyLevel === 0 && it.sprintIds.length === 0 && isReady(jira, it),
  );
  if (!sprint || !ticket) throw new Error("The seed has no such ticket");
  const page = await openBacklog(contender);
  await waitForFacts(page, 10);
  const send = (sprintId: number | null) =>
    page.evaluate(
      async ([key, sprintId]) => {
        const place = { rapidViewId: 1, customFieldId: 10019, calculateNewIssuesOrder: false };
        const body = JSON.stringify({ idOrKeys: [key], sprintId, addToBacklog: sprintId === null, ...place });
        const headers = { "Content-Type": "application/json" };
        const start = performance.now();
        await fetch("/rest/greenhopper/1.0/sprint/rank", { method: "PUT", body, headers });
        return performance.now() - start;
      },
      [ticket.key, sprintId] as const,
    );
  async function added(runs: number, before: () => Promise<unknown>): Promise<number[]> {
    const times: number[] = [];
    for (let run = 0; run < runs; run++) {
      await before();
      const inMs = await send(sprint?.id ?? 0);
      times.push(inMs - (await send(null)));
    }
    return times;
  }
  await added(5, async () => undefined);
  const warm = await added(warmRuns, async () => undefined);
  const workers = await openWorkerSwitch(contender.context);
  const cold = await added(coldRuns, workers.stop);
  await workers.close();
  await page.close();
  const row = (name: string, value: number, target: number, runs: number): BenchRow => ({
    ...{ name: `gate: added to an allowed entry, policy ${mode}, ${name}`, value, unit: "ms", target },
    scenario: `a ready ticket of Jira goes into a sprint and, unasked, out of it: the difference, of ${runs}`,
  });
  return [
    row("worker running, median", median(warm), 5, warmRuns),
    row("worker running, 95th percentile", percentile(warm, 0.95), 5, warmRuns),
    row("worker stopped, median", median(cold), 60, coldRuns),
    row("worker stopped, 95th percentile", percentile(cold, 0.95), 60, coldRuns),
  ];
}

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN;

/** Ten sprints to come with a hundred tickets each, and nothing else. */
function fillSprints(site: JiraSite): void {
  const tickets = [...site.issues.values()].filter(({ type }) => type.hierarchyLevel === 0);
  for (const it of site.issues.values()) it.sprintIds = [];
  site.sprints.length = 0;
  const each = sweptIssues / sweptSprints;
  for (let at = 0; at < sweptSprints; at += 1) {
    const id = 900 + at;
    const said = {
      startDate: null,
      endDate: null,
      completeDate: null,
      createdDate: "2026-11-01T00:00:00.000Z",
      goal: "",
    };
    const originBoardId = site.boards[0]?.id ?? 1;
    site.sprints.push({ id, name: `Sprint ${id}`, state: "future", originBoardId, ...said });
    for (const it of tickets.slice(at * each, at * each + each)) it.sprintIds = [id];
  }
}

async function sweepCalls(): Promise<BenchRow> {
  const company = seedCompany({ today: new Date().toISOString().slice(0, 10), issues: sweptIssues + 200 });
  const site = createJiraSite({ company });
  fillSprints(site);
  const fetch = fetchFrom(jiraApi(site), site.baseUrl, { cookie: "cloud.session.token=ana" });
  let calls = 0;
  const { signal } = new AbortController();
  const port = jiraSweepPort((request, stop) => {
    calls += 1;
    return performRequest(request, stop, fetch);
  });
  const read = await port.readOpenSprints("ATL", signal);
  const found = read.ok ? read.value.flatMap(({ issues }) => issues).length : 0;
  if (found !== sweptIssues) throw new Error(`The sweep read ${found} issues`);
  return {
    ...{ name: "gate: calls of a sweep", value: calls, unit: "calls", target: 12 },
    scenario: `${sweptSprints} sprints of Jira with ${sweptIssues} issues`,
  };
}

/** What a sweep takes of the main thread of the page that makes its calls. */
async function sweepWork(contender: Contender): Promise<BenchRow> {
  const { sandbox } = contender;
  fillSprints(sandbox.jira);
  // A page with next to nothing in it, which reads nothing anew when it gets the focus.
  const page = await contender.context.newPage();
  const meter = await workMeter(page);
  await page.goto(`${sandbox.jira.baseUrl}/jira/software/c/projects/ATL/boards/1/calendar`);
  await page.waitForTimeout(5_000);
  await meter.settle();
  const sweeps = () =>
    sandbox.jira.requests.filter(({ path }) => path.startsWith("/rest/software/1.0/sprint/")).length;
  const times: number[] = [];
  for (let run = 0; run < 5; run++) {
    await page.waitForTimeout(5_500);
    const before = sweeps();
    times.push(
      await meter.during(async () => {
        await page.evaluate(() => void window.dispatchEvent(new Event("focus")));
        const until = Date.now() + 20_000;
        while (sweeps() < before + sweptSprints && Date.now() < until) await page.waitForTimeout(100);
        if (sweeps() < before + sweptSprints) throw new Error("No sweep came");
        await meter.settle();
      }),
    );
  }
  await page.close();
  return {
    ...{ name: "gate: main thread of a sweep", value: median(times), unit: "ms", target: 50 },
    scenario: `${sweptSprints} sprints of Jira with ${sweptIssues} issues, read by a page; median of 5`,
  };
}
