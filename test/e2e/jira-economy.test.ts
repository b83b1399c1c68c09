import { expect, test } from "vitest";
import { seedCompany } from "../sandbox/company/seed";
import { useJourney } from "./harness";
import { expectedBadges, today } from "./jira-expected-badges";
import { expectBadges, waitForOneEach } from "./jira-units";

const company = seedCompany({ today: today(), issues: 1_000 });
const journey = useJourney({ company });

test("through a backlog of 1,000 issues: at most 100 keys a call, and nothing asked twice", async () => {
  const { jira } = journey.sandbox;
  const bodies: string[] = [];
  journey.context.on("request", (request) => {
    if (new URL(request.url()).pathname.endsWith("/issue/bulkfetch")) bodies.push(request.postData() ?? "");
  });
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

  const calls = bodies.map((body) => JSON.parse(body).issueIdsOrKeys as string[]);
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
  expect(answered.filter(({ status }) => status !== 200)).toEqual([]);
  console.log(`${calls.length} calls for ${seen.size} tickets`);
});

test("what is known is not asked again by a second page", async () => {
  const before = journey.sandbox.jira.requests.length;
  const page = await journey.openJira();
  expectBadges(await waitForOneEach(page, 10), expectedBadges(company, journey.sandbox.jira));
  const asked = journey.sandbox.jira.requests.slice(before).filter(({ path }) => path.endsWith("/bulkfetch"));
  expect(asked).toEqual([]);
});
