import type { Page } from "playwright-core";
import { dropIntoSprint } from "../e2e/drop-into-sprint";
import { isReady } from "../e2e/gate-company";
import { openWorkerSwitch } from "../tools/worker-switch";
import type { BenchRow } from "./bench-row";
import { type Contender, waitForFacts } from "./contender";
import { median } from "./median";

export const untouched = 10_000;
const [warmRuns, coldRuns] = [40, 12];
/** So long after the page sent something it is told of, and what was read ahead of a move has come. */
const [toldMs, readMs] = [400, 1_200];

async function openBacklog({ context, sandbox }: Contender): Promise<Page> {
  const page = await context.newPage();
  await page.goto(sandbox.urls.jira.backlog);
  return page;
}

/** Milliseconds of one call of fetch that ends before it reaches the network. */
export async function perRequest(contender: Contender): Promise<number> {
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

/** A sprint to come, and tickets that may enter it, in the order of the backlog. */
function readyTickets({ sandbox: { jira } }: Contender) {
  const sprint = jira.sprints.find(({ state }) => state === "future");
  const tickets = [...jira.issues.values()].filter(
    (it) => it.type.hierarchyLevel === 0 && it.sprintIds.length === 0 && isReady(jira, it),
  );
  if (!sprint || tickets.length < 50) throw new Error(`The seed has ${tickets.length} such tickets`);
  return { sprint, tickets };
}

/** The calls by which the evidence for fifty tickets is verified that are dropped into a sprint together. */
export async function evidenceCalls(contender: Contender): Promise<BenchRow> {
  const { requests } = contender.sandbox.jira;
  const { sprint, tickets } = readyTickets(contender);
  const page = await openBacklog(contender);
  await waitForFacts(page, 10);
  await page.waitForTimeout(5_000);
  const before = requests.length;
  const keys = tickets.slice(0, 50).map(({ key }) => key);
  const status = await dropIntoSprint(page, keys, sprint.id);
  if (status !== 204) throw new Error(`Fifty ready tickets were answered ${status}`);
  const value = requests.length - before;
  await page.close();
  return {
    ...{ name: "gate: calls that verify the evidence for 50 issues", unit: "calls", target: 3 },
    value,
    scenario: "fifty ready tickets of Jira dropped into a sprint at once, until the request goes on",
  };
}

/**
 * How long a request that puts a ready ticket into a sprint waits before the browser sends it: by what was read while the person went for
 * a field of the ticket's page, as moves begin, and for a request that comes out of nothing.
 */
export async function entryRows(contender: Contender, mode: "observe" | "block"): Promise<BenchRow[]> {
  const { sprint, tickets } = readyTickets(contender);
  const [ticket] = tickets;
  const page = await contender.context.newPage();
  await page.goto(`${contender.sandbox.jira.baseUrl}/browse/${ticket?.key}`);
  await waitForFacts(page, 1);
  const field = page.getByRole("main").locator("[aria-haspopup]").first();
  /** Milliseconds from the page's call until the browser itself begins with the request. */
  const waitOf = (sprintId: number | null) =>
    page.evaluate(
      async ([key, sprintId]) => {
        const address = "/rest/greenhopper/1.0/sprint/rank";
        const place = { rapidViewId: 1, customFieldId: 10019, calculateNewIssuesOrder: false };
        const body = JSON.stringify({ idOrKeys: [key], sprintId, addToBacklog: sprintId === null, ...place });
        const headers = { "Content-Type": "application/json" };
        performance.clearResourceTimings();
        const calledAt = performance.now();
        const answer = await fetch(address, { method: "PUT", body, headers });
        await answer.text();
        const { href } = new URL(address, location.href);
        // The browser notes it a moment later.
        for (let tries = 0; performance.getEntriesByName(href).length === 0 && tries < 100; tries++)
          await new Promise((resolve) => setTimeout(resolve, 10));
        const sent = performance.getEntriesByName(href).at(-1);
        if (answer.status !== 204 || sent === undefined)
          throw new Error(`The entry was answered ${answer.status}`);
        return sent.startTime - calledAt;
      },
      [ticket?.key, sprintId] as const,
    );
  async function added(runs: number, before: () => Promise<unknown>): Promise<number[]> {
    const times: number[] = [];
    for (let run = 0; run < runs; run++) {
      await before();
      times.push(await waitOf(sprint.id));
      await waitOf(null);
    }
    return times;
  }
  const nothing = async () => undefined;
  async function goForField(): Promise<void> {
    await page.waitForTimeout(toldMs);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await field.focus();
    await page.waitForTimeout(readMs);
  }
  await added(5, nothing);
  const workers = await openWorkerSwitch(contender.context);
  const measured = [
    [nextAhead("running"), 5, await added(warmRuns, goForField)],
    [nextAhead("stopped"), 60, await added(coldRuns, () => goForField().then(workers.stop))],
    ["verified while it waits, worker running", null, await added(warmRuns, nothing)],
    ["verified while it waits, worker stopped", null, await added(coldRuns, workers.stop)],
  ] as const;
  await workers.close();
  await page.close();
  return measured.flatMap(([how, target, times]) =>
    (
      [
        ["median", 0.5],
        ["95th percentile", 0.95],
      ] as const
    ).map(
      ([name, share]): BenchRow => ({
        ...{ name: `gate: added to an allowed entry, policy ${mode}, ${how}, ${name}`, unit: "ms", target },
        value: share === 0.5 ? median(times) : percentile(times, share),
        scenario: `a ready ticket of Jira goes into a sprint: from the call of fetch until the browser sends it, of ${times.length}`,
      }),
    ),
  );
}

const nextAhead = (worker: string) => `read as the move began, worker ${worker}`;

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN;
