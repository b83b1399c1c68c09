import { beforeEach, describe, expect, test } from "vitest";
import { chainOf } from "../../shared/domain/alignment";
import { companyItems } from "../sandbox/company/company-items";
import { seedCompany } from "../sandbox/company/seed";
import { updateDocument } from "../sandbox/linear/documents";
import { errorResponse } from "../sandbox/linear/error-response";
import { LinearError } from "../sandbox/linear/linear-error";
import type { Document } from "../sandbox/linear/model";
import { forgetFacts } from "./forget-facts";
import { useJourney } from "./harness";
import { today } from "./jira-expected-badges";
import { expectBadges, type TicketUnit } from "./jira-units";
import { expectedInLinear } from "./linear-expected";
import { waitForOneEach } from "./linear-units";

const company = seedCompany({ today: today() });
const journey = useJourney({ company });
const expected = expectedInLinear(company);
const { tickets, find } = companyItems(company);
const list = "/northwind/team/ATL/active";

/** The keys of the tickets whose sheet is that of this bet. */
const keysBelow = (bet: string) =>
  new Set(
    tickets.filter((it) => chainOf(it, find).ancestors.some(({ id }) => id === bet)).map(({ key }) => key),
  );

function sheetOf(bet: string): Document {
  const { store } = journey.sandbox.linear;
  const title = company.bets.find(({ id }) => id === bet)?.title;
  const project = store.all("Project").find(({ name }) => name === title);
  const sheet = store
    .all("Document")
    .find((it) => it.projectId === project?.id && it.title === "Alignment Sheet");
  if (sheet === undefined) throw new Error(`${bet} has no sheet`);
  return sheet;
}

const labelsOf = (units: readonly TicketUnit[]) => units.map(({ badges }) => badges[0]?.label ?? "");
const statesOf = (units: readonly TicketUnit[]) => new Set(units.map(({ badges }) => badges[0]?.state));

beforeEach(() => forgetFacts(journey));

test.each([
  ["junk", `${"\u0000%%% not a sheet | at all\n".repeat(30)}`],
  ["markup", "# Alignment Sheet\n<script>document.title = 'owned'</script>\n## Mechanism\n{{}}"],
])("a sheet of %s costs only the tickets that it is for", async (_name, content) => {
  const { linear } = journey.sandbox;
  const sheet = sheetOf("wave-planning");
  const before = sheet.content;
  updateDocument(linear, null, sheet.id, { content });
  const page = await journey.openLinear(list);
  const units = await waitForOneEach(page, 18);
  updateDocument(linear, null, sheet.id, { content: before });
  const below = keysBelow("wave-planning");
  const [hit, others] = [
    units.filter(({ key }) => below.has(key)),
    units.filter(({ key }) => !below.has(key)),
  ];
  expect(hit.length).toBeGreaterThan(1);
  expect(statesOf(hit)).toEqual(new Set(["unknown"]));
  for (const label of labelsOf(hit)) expect(label).toContain("could not be understood");
  expectBadges(others, expected);
  expect(await page.title()).not.toContain("owned");
  await page.locator(`a[href*="/${hit[0]?.key}/"] plumbline-badge`).hover();
  await page.locator("plumbline-hovercard").getByText("correct its Alignment Sheet").waitFor();
});

const rateLimited = () =>
  errorResponse(400, [new LinearError("ratelimited", "Rate limit exceeded", "Wait")], {
    "Retry-After": "2",
  });
const unauthorised = () =>
  errorResponse(401, [new LinearError("authentication error", "Authentication required", "Sign in")]);
const faults = [
  { name: "a rate limit", respond: rateLimited, says: "asked Plumbline to wait", by: "waiting" },
  { name: "a refused key", respond: unauthorised, says: "no longer accepted", by: "focus" },
  {
    name: "a server error",
    respond: () => new Response("oops", { status: 500 }),
    says: "trouble of its own",
    by: "focus",
  },
  {
    name: "a page in place of JSON",
    respond: () => new Response("<html>", { status: 502 }),
    says: "trouble of its own",
    by: "focus",
  },
  {
    name: "an answer cut short",
    respond: () => new Response('{"data":{', { headers: { "content-type": "application/json" } }),
    says: "could not be understood",
    by: "focus",
  },
] as const;

describe.each(faults)("$name", ({ respond, says, by }) => {
  test("is told on each badge with its reason, and passes", async () => {
    const { linear } = journey.sandbox;
    let isBroken = true;
    linear.faults.push({ match: ({ host }) => isBroken && host === "api.linear.app", respond });
    const page = await journey.openLinear(list);
    const units = await waitForOneEach(page, 18);
    expect(statesOf(units)).toEqual(new Set(["unknown"]));
    for (const label of labelsOf(units)) expect(label).toContain(says);
    isBroken = false;
    if (by === "focus") await page.evaluate(() => dispatchEvent(new Event("focus")));
    await expect
      .poll(async () => statesOf(await waitForOneEach(page, 18)), { timeout: 10_000 })
      .not.toContain("unknown");
    expectBadges(await waitForOneEach(page, 18), expected);
    linear.faults.length = 0;
  });
});

test("what is known stays shown while Linear cannot be asked", async () => {
  const { linear } = journey.sandbox;
  expectBadges(await waitForOneEach(await journey.openLinear(list), 18), expected);
  linear.faults.push({
    match: ({ host }) => host === "api.linear.app",
    respond: () => new Response("", { status: 500 }),
  });
  expectBadges(await waitForOneEach(await journey.openLinear(list), 18), expected);
  linear.faults.length = 0;
});
