import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { mechanismSentence } from "../../shared/domain/mechanism-sentence";
import { seedCompany } from "../sandbox/company/seed";
import { useJourney } from "./harness";
import { orphanWords, standingWords, today } from "./jira-expected-badges";
import { waitForOneEach } from "./linear-units";

const company = seedCompany({ today: today() });
const journey = useJourney({ company });
const card = "plumbline-hovercard";

/** Rests the pointer on the badge behind this issue's own key and gives what its card says. */
async function cardOf(page: Page, key: string): Promise<string> {
  await page.locator(`header plumbline-badge[data-key="${key}"]`).last().hover();
  await page.locator(card).waitFor();
  return page.locator(card).evaluate((it) => it.shadowRoot?.querySelector(".card")?.textContent ?? "");
}

test("the card of an aligned ticket tells its aim, mechanism, signals, gate, guardrail, owner, source and signatures", async () => {
  const bet = company.bets.find(({ id }) => id === "wave-planning");
  const sheet = bet?.sheet;
  if (!bet || !sheet?.aim || !sheet.mechanism || !sheet.stageGate) throw new Error("the seed has changed");
  const page = await journey.openLinear("/northwind/issue/ATL-90");
  await waitForOneEach(page, 3);
  const text = await cardOf(page, "ATL-90");
  const parts = [
    sheet.aim.title,
    sheet.aim.definitionOfDone,
    mechanismSentence(sheet.mechanism),
    ...sheet.signals.map(({ name }) => name),
    sheet.stageGate.rule,
    sheet.stageGate.date.slice(0, 4),
    sheet.guardrail?.sli,
    sheet.guardrail?.threshold,
    sheet.owner,
    bet.title,
    standingWords.signed,
  ];
  expect(parts.filter((part) => !part || !text.includes(part))).toEqual([]);
  const link = page.locator(`${card} a`);
  expect(await link.getAttribute("href")).toMatch(/^https:\/\/linear\.app\/northwind\/project\//);
});

test("the card of a ticket in a lane tells which one and why it serves no aim", async () => {
  const page = await journey.openLinear("/northwind/issue/ATL-21");
  await waitForOneEach(page);
  const text = await cardOf(page, "ATL-21");
  expect(text).toMatch(/^incident/);
  expect(text).toContain("serves no aim on purpose");
});

test.each([
  ["ATL-33", "no-parent"],
  ["ATL-57", "parent-without-sheet"],
  ["ATL-60", "no-aim"],
  ["ATL-118", "no-mechanism"],
  ["ATL-101", "bet-stopped"],
  ["ATL-110", "gate-overdue"],
] as const)("the card of the orphan %s says %s and what would fix it", async (key, reason) => {
  const page = await journey.openLinear(`/northwind/issue/${key}`);
  await waitForOneEach(page);
  const text = await cardOf(page, key);
  expect(text).toContain("Orphan");
  expect(text).toContain(orphanWords[reason].why);
  expect(text).toContain(orphanWords[reason].fix);
});

test("Escape closes the card and leaves the page's own Escape alone; so does moving away", async () => {
  const page = await journey.openLinear("/northwind/team/ATL/active");
  await waitForOneEach(page, 18);
  await page.locator('a[data-list-row][href*="/ATL-39/"]').getByRole("checkbox").click();
  const badge = page.locator('plumbline-badge[data-key="ATL-89"]');
  await badge.hover();
  await page.locator(card).waitFor();
  await page.keyboard.press("Escape");
  await expect.poll(() => page.locator(card).count()).toBe(0);
  expect(await page.getByText("1 selected").count()).toBe(1);
  await page.keyboard.press("Escape");
  await expect.poll(() => page.getByText("1 selected").count()).toBe(0);
  await page.mouse.move(700, 400);
  await badge.hover();
  await page.locator(card).waitFor();
  await page.mouse.move(1200, 40);
  await expect.poll(() => page.locator(card).count()).toBe(0);
});

test.each(["all", "board"])("every card opened on %s lies wholly on the screen", async (view) => {
  const page = await journey.openLinear(`/northwind/team/ATL/${view}`);
  await page.setViewportSize({ width: 1100, height: 620 });
  await waitForOneEach(page, 10);
  const badges = page.locator("plumbline-badge");
  for (let at = 0; at < (await badges.count()); at += 3) {
    const inView = await badges.nth(at).evaluate((it) => {
      const { left, right, top, bottom } = it.getBoundingClientRect();
      const x = (left + right) / 2;
      const y = (top + bottom) / 2;
      // Whole: a click on one that is cut off would scroll first, which closes the card.
      return right <= innerWidth && bottom <= innerHeight && document.elementFromPoint(x, y) === it;
    });
    if (!inView) continue;
    await badges.nth(at).click();
    const box = await page.locator(card).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(1100);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(620);
    await page.keyboard.press("Escape");
  }
});

test.each(["light", "dark"])("badge, chip and card have no accessibility fault in %s", async (theme) => {
  for (const view of ["team/ATL/all", "team/ATL/board"]) {
    const page = await journey.openLinear(`/northwind/${view}?theme=${theme}`);
    await waitForOneEach(page, 18);
    await page.locator('plumbline-badge[data-state="aligned"]').first().hover();
    await page.locator(card).waitFor();
    const { violations } = await new AxeBuilder({ page })
      .include("plumbline-badge")
      .include("plumbline-chip")
      .include(card)
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html, nodes[0]?.failureSummary])).toEqual([]);
  }
});
