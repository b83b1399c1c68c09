import { performRequest } from "../../extension/trackers/perform-request";
import { jiraSweepPort } from "../../shared/jira/sweep-port";
import { fetchFrom } from "../extension/fetch-from";
import { seedCompany } from "../sandbox/company/seed";
import { jiraApi } from "../sandbox/jira/api";
import { fillSprints } from "../sandbox/jira/fill-sprints";
import { createJiraSite } from "../sandbox/jira/site";
import type { BenchRow } from "./bench-row";
import type { Contender } from "./contender";
import { median } from "./median";
import { workMeter } from "./page-work";

export const sweptIssues = 1_000;
const sweptSprints = 10;

/** The calls of one sweep. */
export async function sweepCalls(): Promise<BenchRow> {
  const company = seedCompany({ today: new Date().toISOString().slice(0, 10), issues: sweptIssues + 200 });
  const site = createJiraSite({ company });
  fillSprints(site, sweptSprints, sweptIssues / sweptSprints);
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
export async function sweepWork(contender: Contender): Promise<BenchRow> {
  const { sandbox } = contender;
  fillSprints(sandbox.jira, sweptSprints, sweptIssues / sweptSprints);
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
