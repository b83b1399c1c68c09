import { expect, test } from "vitest";
import { seedCompany } from "../sandbox/company/seed";
import { forgetFacts } from "./forget-facts";
import { useJourney } from "./harness";
import { expectedBadges, today } from "./jira-expected-badges";
import { expectBadges, waitForOneEach } from "./jira-units";

const company = seedCompany({ today: today(), issues: 1_000 });
const journey = useJourney({ company, linearKey: null });

/** The keys and ids of every bulkfetch from now on. */
function recordCalls(): string[][] {
  const calls: string[][] = [];
  journey.context.on("request", (request) => {
    if (new URL(request.url()).pathname.endsWith("/issue/bulkfetch"))
      calls.push(JSON.parse(request.postData() ?? "{}").issueIdsOrKeys);
  });
  return calls;
}

test("through a backlog of 1,000 issues: at most 100 keys a call, and nothing asked twice", async () => {
  const { jira } = journey.sandbox;
  const calls = recordCalls();
  const page = await journey.openJira();
  const scroller = page.locator(".backlog-scroller");
  const height = await scroller.evaluate((element) => element.scrollHeight);
  const seen = new Set<string>();
  for (const direction of [1, -1]) {
    for (let at = 0; at < height; at += 500) {
      await scroller.evaluate((element, to) => element.scrollTo(0, to), direction > 0 ? at : height - at);
      if (at % 3_000 === 0) expectBadges(await waitForOneEach(page, 5), expectedBadges(company, jira));
      for (const key of await page
        .locator("plumbline-badge")
        .evaluateAll((all) => all.map((it) => (it as HTMLElement).dataset.key)))
        if (key) seen.add(key);
    }
  }
  await waitForOneEach(page, 5);
  expect(seen.size).toBeGreaterThan(600);

  expect(calls.filter((asked) => asked.length > 100)).toEqual([]);
  const all = calls.flat();
  expect(all.length).toBe(new Set(all).size);
  const keys = new Set(all.filter((it) => it.startsWith("ATL-")));
  expect([...seen].filter((key) => !keys.has(key))).toEqual([]);
  // Besides the tickets only what is above them: by id, each once.
  const above = all.filter((it) => !it.startsWith("ATL-"));
  expect(above.length).toBeLessThanOrEqual(
    company.bets.length + company.tickets.filter((it) => it.parentNumber !== null).length,
  );
  const answered = jira.requests.filter(({ path }) => path.endsWith("/bulkfetch"));
  expect(answered.length).toBe(calls.length);
  // In batches: a call for each stretch of rows and a few for what is above, not one for each ticket.
  expect(calls.length).toBeLessThan(seen.size / 5);
  expect(answered.filter(({ status }) => status !== 200)).toEqual([]);
});

test("what is known is not asked again by a second page", async () => {
  const before = journey.sandbox.jira.requests.length;
  const page = await journey.openJira();
  expectBadges(await waitForOneEach(page, 10), expectedBadges(company, journey.sandbox.jira));
  const asked = journey.sandbox.jira.requests.slice(before).filter(({ path }) => path.endsWith("/bulkfetch"));
  expect(asked).toEqual([]);
});

test("many tickets at once are asked for in calls of at most 100", async () => {
  await forgetFacts(journey);
  const calls = recordCalls();
  const page = await journey.openJira("/browse/ATL-33");
  const keys = company.tickets.slice(0, 250).map(({ number }) => `ATL-${number}`);
  await page.locator(".issue-main").evaluate((main, keys) => {
    for (const key of keys) {
      const link = Object.assign(document.createElement("a"), { href: `/browse/${key}`, textContent: key });
      const row = Object.assign(document.createElement("div"), { className: "line-card" });
      row.append(link);
      main.append(row);
    }
  }, keys);
  expectBadges(await waitForOneEach(page, 250), expectedBadges(company, journey.sandbox.jira));
  const all = calls.flat();
  expect(calls.filter((asked) => asked.length > 100)).toEqual([]);
  expect(Math.max(...calls.map((asked) => asked.length))).toBe(100);
  expect(all.length).toBe(new Set(all).size);
});
