import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { seedCompany } from "../sandbox/company/seed";
import { useJourney } from "./harness";
import { expectedBadges, today } from "./jira-expected-badges";
import { expectBadges, waitForOneEach } from "./jira-units";

const company = seedCompany({ today: today() });
const journey = useJourney({ company, linearKey: null });
const expected = () => expectedBadges(company, journey.sandbox.jira);

async function centreOf(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error(`${locator} is not on screen`);
  return { x: box.x + Math.min(box.width / 2, 40), y: box.y + box.height / 2 };
}

/** Drags with the mouse, resting on the way for longer than a hovercard takes to open. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await centreOf(from), await centreOf(to)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 4, start.y + 6, { steps: 3 });
  await page.mouse.move(end.x, end.y, { steps: 8 });
  await page.waitForTimeout(700);
  expect(await page.locator("plumbline-hovercard").count(), "no card while dragging").toBe(0);
  await page.mouse.move(end.x, end.y + 1);
  await page.mouse.up();
}

const grips = [
  ["its summary", ".row-summary, .card-summary"],
  ["its badge", "plumbline-badge"],
] as const;

test.each(grips)("a row dragged by %s goes to the next sprint and keeps its badge", async (_, grip) => {
  const { jira } = journey.sandbox;
  const page = await journey.openJira();
  await waitForOneEach(page, 10);
  const next = page.locator(".section").nth(1).locator(".section-header");
  await next.evaluate((header) => header.scrollIntoView({ block: "center" }));
  await waitForOneEach(page, 10);
  const top = (await next.boundingBox())?.y ?? 0;
  const rows = await page.locator(".row").all();
  const tops = await Promise.all(rows.map(async (row) => (await row.boundingBox())?.y ?? 0));
  // The third row above the other sprint's header.
  const row = rows[tops.indexOf(Math.max(...tops.filter((it) => it < top - 130)))];
  const key = await row?.locator("[data-testid$='card-key.key']").textContent();
  if (!row || !key) throw new Error("No row above the second sprint");
  const target = jira.sprints.find((sprint) => sprint.state === "future")?.id;
  expect(jira.findIssue(key)?.sprintIds).not.toContain(target);

  await drag(page, row.locator(grip), next.locator("h2"));
  await expect.poll(() => jira.findIssue(key)?.sprintIds).toContain(target);
  expectBadges(await waitForOneEach(page, 10), expected());
});

test.each(grips)("a card dragged by %s goes to the next column and keeps its badge", async (_, grip) => {
  const { jira } = journey.sandbox;
  const page = await journey.openJira("/jira/software/c/projects/ATL/boards/1");
  await waitForOneEach(page, 10);
  const card = page.locator(".column").first().locator(".card").nth(1);
  const key = (await card.locator(".card-key").textContent()) ?? "";
  expect(jira.findIssue(key)?.status.name).toBe("To Do");
  await drag(page, card.locator(grip), page.locator(".column").nth(1).locator("h2"));
  await expect.poll(() => jira.findIssue(key)?.status.name).toBe("In Progress");
  await expect
    .poll(() => page.locator(".column").nth(1).locator(`plumbline-badge[data-key="${key}"]`).count())
    .toBe(1);
  expectBadges(await waitForOneEach(page, 10), expected());
  await page.locator(`plumbline-badge[data-key="${key}"]`).hover();
  await page.locator("plumbline-hovercard").waitFor();
});

test("after a drag that was given up, cards open again", async () => {
  const page = await journey.openJira();
  await waitForOneEach(page, 10);
  const badge = page.locator("plumbline-badge").nth(2);
  const { x, y } = await centreOf(badge);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y + 60, { steps: 4 });
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await page.mouse.move(5, 5);
  await badge.hover();
  await page.locator("plumbline-hovercard").waitFor();
});
