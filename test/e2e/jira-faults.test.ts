import type { Page } from "playwright-core";
import { afterEach, expect, test } from "vitest";
import { seedCompany } from "../sandbox/company/seed";
import type { Fault } from "../sandbox/faults";
import { loginPage } from "../sandbox/jira/front-end/shell";
import { forgetFacts } from "./forget-facts";
import { useJourney, waitForBadges } from "./harness";
import { expectedBadges, today } from "./jira-expected-badges";
import { expectBadges, ticketUnits, waitForOneEach } from "./jira-units";

const company = seedCompany({ today: today() });
const journey = useJourney({ company, linearKey: null });

afterEach(() => {
  journey.sandbox.jira.faults.length = 0;
});

const answers = (respond: Fault["respond"]): Fault => ({
  match: ({ url }) => new URL(url).pathname === "/rest/api/3/issue/bulkfetch",
  respond,
});
const html = { headers: { "Content-Type": "text/html;charset=UTF-8" } };
const labels = async (page: Page) =>
  (await ticketUnits(page)).units.flatMap((unit) => unit.badges.map(({ label }) => label));
const focus = (page: Page) => page.evaluate(() => dispatchEvent(new Event("focus")));

test.each<[string, Fault["respond"], string]>([
  ["403", () => Response.json({ errorMessages: ["No."] }, { status: 403 }), "refused to answer"],
  ["500", () => new Response("Oops", { status: 500 }), "trouble of its own"],
  ["401", () => Response.json({ errorMessages: ["Who?"] }, { status: 401 }), "signed out"],
  ["200 with a login page", () => new Response(loginPage("/"), html), "signed out"],
  ["200 with other JSON", () => Response.json({ hello: ["world"] }), "could not be understood"],
  [
    "200 with half a JSON",
    () => new Response('{"issues": [', { headers: { "Content-Type": "application/json" } }),
    "could not be understood",
  ],
  ["a lost connection", () => "drop", "could not be reached"],
])(
  "%s: each badge says why it is unknown, the page works, and on focus it recovers",
  async (_, respond, why) => {
    await forgetFacts(journey);
    journey.sandbox.jira.faults.push(answers(respond));
    const page = await journey.openJira();
    const badges = (await waitForOneEach(page, 10)).flatMap((unit) => unit.badges);
    expect(badges.filter(({ state, label }) => state !== "unknown" || !label.includes(why))).toEqual([]);
    const chip = page.locator("plumbline-chip button");
    if ((await chip.count()) > 0) expect(await chip.textContent()).toMatch(/^Orphans: 0 of /);
    await page.locator("plumbline-badge").first().hover();
    await page.locator("plumbline-hovercard").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("[data-row-index='0']").focus();
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-row-index"))).toBe("1");

    journey.sandbox.jira.faults.length = 0;
    await focus(page);
    await expect.poll(async () => (await labels(page)).filter((label) => label.includes(why))).toEqual([]);
    expectBadges(await waitForOneEach(page, 10), expectedBadges(company, journey.sandbox.jira));
  },
);

test("429: Jira is left in peace for as long as it asked, then asked again by itself", async () => {
  await forgetFacts(journey);
  const asked: number[] = [];
  const refuse = () => {
    asked.push(performance.now());
    return new Response(null, { status: 429, headers: { "Retry-After": "3" } });
  };
  journey.sandbox.jira.faults.push({ ...answers(refuse), times: 1 });
  const page = await journey.openJira();
  const [first] = (await waitForOneEach(page, 10)).flatMap((unit) => unit.badges);
  expect(first?.label).toContain("asked Plumbline to wait");
  const answered = () =>
    journey.sandbox.jira.requests.filter(({ path }) => path.endsWith("/bulkfetch")).length;
  const before = answered();
  await page.locator(".backlog-scroller").evaluate((element) => element.scrollTo(0, 600));
  await focus(page);
  await page.waitForTimeout(1_000);
  expect(answered(), "no call while it has to wait").toBe(before);
  await expect
    .poll(() => labels(page).then((all) => all.filter((it) => it.includes("asked Plumbline to wait"))), {
      timeout: 10_000,
    })
    .toEqual([]);
  expectBadges(await waitForOneEach(page, 10), expectedBadges(company, journey.sandbox.jira));
});

test("what cannot be seen or is gone says so, and no other ticket with it", async () => {
  await forgetFacts(journey);
  const page = await journey.openJira();
  await waitForBadges(page);
  await page.evaluate(() => {
    const link = Object.assign(document.createElement("a"), {
      href: "/browse/ATL-99999",
      textContent: "ATL-99999",
    });
    const box = Object.assign(document.createElement("div"), { id: "gone", className: "line-card" });
    box.append(link);
    document.querySelector(".backlog-scroller")?.prepend(box);
  });
  const badge = page.locator("#gone plumbline-badge");
  await expect.poll(() => badge.getAttribute("aria-label")).toContain("did not give this ticket");
  const others = (await waitForOneEach(page, 10)).filter(({ key }) => key !== "ATL-99999");
  expectBadges(others, expectedBadges(company, journey.sandbox.jira));
});
