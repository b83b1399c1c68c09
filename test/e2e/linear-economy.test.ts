import { expect, test } from "vitest";
import { seedCompany } from "../sandbox/company/seed";
import type { GraphqlRequest } from "../sandbox/linear/traffic";
import { useJourney } from "./harness";
import { today } from "./jira-expected-badges";
import { expectBadges } from "./jira-units";
import { expectedInLinear } from "./linear-expected";
import { mountedKeys, recordMounted } from "./linear-mounted";
import { waitForOneEach } from "./linear-units";

const company = seedCompany({ today: today(), issues: 1_000 });
const journey = useJourney({ company });
const expected = expectedInLinear(company);

/** The numbers of the issues that a query names; ids of what lies above them count by themselves. */
function askedIn({ variables }: GraphqlRequest): string[] {
  const text = JSON.stringify(variables.filter ?? {});
  const numbers = [...text.matchAll(/"number":\{"in":\[([\d,]+)\]/g)].flatMap(
    (it) => it[1]?.split(",") ?? [],
  );
  const ids = [...text.matchAll(/"[0-9a-f]{8}-[0-9a-f-]{27}"/g)].map(String);
  return [...numbers, ...ids];
}

test("a thousand issues scrolled past are asked for once each, at most fifty in a query, within Linear's limits", async () => {
  const { faults, requests, limits } = journey.sandbox.linear;
  const asked: string[][] = [];
  const record = (request: GraphqlRequest) => {
    const refs = request.host === "api.linear.app" ? askedIn(request) : [];
    if (refs.length > 0) asked.push(refs);
    return false;
  };
  faults.push({ match: record, respond: () => Response.error() });
  await journey.context.addInitScript(recordMounted);
  const page = await journey.openLinear("/northwind/team/ATL/all");
  await waitForOneEach(page, 18);
  const list = page.locator("[data-list-wrapper]");
  for (let atEnd = false; !atEnd; ) {
    atEnd = await list.evaluate(async (it) => {
      const before = it.scrollTop;
      it.scrollBy({ top: it.clientHeight });
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
      return it.scrollTop === before;
    });
    await waitForOneEach(page, 12);
  }
  expectBadges(await waitForOneEach(page, 12), expected);
  await list.evaluate((it) => it.scrollTo({ top: 0 }));
  expectBadges(await waitForOneEach(page, 18), expected);

  expect(Math.max(...asked.map(({ length }) => length))).toBeLessThanOrEqual(50);
  const all = asked.flat();
  expect(all.filter((ref, at) => all.indexOf(ref) !== at)).toEqual([]);
  const mounted = await mountedKeys(page);
  expect(mounted.length).toBeGreaterThan(900);
  expect(new Set(all)).toEqual(new Set(mounted.map((key) => key.slice(4))));
  const calls = requests.filter(({ host }) => host === "api.linear.app");
  expect(calls.filter(({ status }) => status !== 200)).toEqual([]);
  expect(Math.max(...calls.map(({ complexity }) => complexity))).toBeLessThanOrEqual(
    limits.complexityPerQuery,
  );
  const chip = page.locator("plumbline-chip").getByRole("button");
  const orphans = mounted.filter((key) => expected.get(key)?.state === "orphan");
  await expect.poll(() => chip.textContent()).toBe(`Orphans: ${orphans.length} of ${mounted.length}`);
});
