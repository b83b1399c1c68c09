import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { issueBy } from "../sandbox/linear/issues";
import { useJourney } from "./harness";
import { waitForOneEach } from "./linear-units";

const journey = useJourney();
const bare = useJourney({ extension: false });
const card = "plumbline-hovercard";
const stateOf = (key: string) => {
  const { store } = journey.sandbox.linear;
  return store.get("WorkflowState", issueBy(journey.sandbox.linear, key).stateId).name;
};

async function centreOf(target: Locator): Promise<{ x: number; y: number }> {
  const box = await target.boundingBox();
  if (box === null) throw new Error("nothing to point at");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await centreOf(from), await centreOf(to)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 8, start.y + 8, { steps: 4 });
  await page.mouse.move(end.x, end.y, { steps: 8 });
}

test("a click on a badge opens its card and not the issue; beside it the row opens as ever", async () => {
  const page = await journey.openLinear("/northwind/team/ATL/active");
  await waitForOneEach(page, 18);
  const row = page.locator('a[data-list-row][href*="/ATL-27/"]');
  const badge = row.locator("plumbline-badge");
  await badge.click();
  await page.getByRole("dialog", { name: /ATL-27/ }).waitFor();
  await badge.dblclick();
  await badge.click({ button: "middle" });
  expect(new URL(page.url()).pathname).toBe("/northwind/team/ATL/active");
  expect(journey.context.pages().filter((it) => it.url().includes("/issue/"))).toEqual([]);
  const { x, y } = await centreOf(badge);
  const box = await badge.boundingBox();
  await page.mouse.click(x + (box?.width ?? 0) / 2 + 12, y);
  await page.waitForURL("**/issue/ATL-27/**");
  expect(await page.locator(card).count()).toBe(0);
});

test("the checkbox and the status control of a row answer to clicks", async () => {
  const page = await journey.openLinear("/northwind/team/ATL/active");
  await waitForOneEach(page, 18);
  const row = page.locator('a[data-list-row][href*="/ATL-39/"]');
  await row.getByRole("checkbox").click();
  await page.getByText("1 selected").waitFor();
  await row.getByRole("button", { name: "Change status" }).click();
  await page.getByRole("menuitem", { name: "Status" }).waitFor();
});

test.each([
  ["its title", "ATL-9", (it: Locator) => it.getByText("Polish letters")],
  ["its badge", "ATL-29", (it: Locator) => it.locator("plumbline-badge")],
])("a card dragged by %s lands in the other column, with its badge", async (_by, key, handle) => {
  const page = await journey.openLinear("/northwind/team/ATL/board");
  await waitForOneEach(page, 20);
  const item = page.locator(`a[data-board-item][href*="/${key}/"]`);
  const column = page.locator("section[aria-label=Todo]");
  expect(stateOf(key)).toBe("Backlog");
  await drag(page, handle(item), column);
  expect(await page.locator(card).count()).toBe(0);
  await page.mouse.up();
  await expect.poll(() => stateOf(key)).toBe("Todo");
  await expect.poll(() => page.locator(`section[aria-label=Backlog] a[href*="/${key}/"]`).count()).toBe(0);
  await waitForOneEach(page, 20);
  expect(new URL(page.url()).pathname).toBe("/northwind/team/ATL/board");
});

test("no card opens under a pointer that drags over badges", async () => {
  const page = await journey.openLinear("/northwind/team/ATL/board");
  await waitForOneEach(page, 20);
  const from = page.locator('a[data-board-item][href*="/ATL-74/"]').getByText("Rename");
  await drag(page, from, page.locator("section[aria-label='In Progress'] plumbline-badge").first());
  // Longer than the pointer must rest for a card.
  await page.waitForTimeout(700);
  expect(await page.locator(card).count()).toBe(0);
  await page.keyboard.press("Escape");
  await page.mouse.up();
});

test("no card opens under a pointer that selects text", async () => {
  const page = await journey.openLinear("/northwind/issue/ATL-92");
  await waitForOneEach(page, 3);
  const start = await centreOf(page.locator("header").getByText("Re-plan the open wave"));
  const end = await centreOf(page.locator('header plumbline-badge[data-key="ATL-92"]'));
  await page.mouse.move(start.x, start.y + 60);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 8 });
  await page.waitForTimeout(700);
  expect(await page.locator(card).count()).toBe(0);
  await page.mouse.up();
});

test("selected text is the host's own, across a badge too", async () => {
  const texts: string[] = [];
  for (const tab of [
    await journey.openLinear("/northwind/issue/ATL-91"),
    await bare.openLinear("/northwind/issue/ATL-91"),
  ]) {
    await tab.getByLabel("Issue title").waitFor();
    if (tab.context() === journey.context) await waitForOneEach(tab, 3);
    await tab.getByLabel("Issue title").click({ clickCount: 3 });
    texts.push(await tab.evaluate(() => String(getSelection())));
    texts.push(
      await tab.evaluate(() => {
        getSelection()?.selectAllChildren(document.querySelector("header") ?? document.body);
        return String(getSelection()).replace(/\s+/g, " ");
      }),
    );
  }
  expect(texts.slice(0, 2)).toEqual(texts.slice(2));
  expect(texts[0]?.trim()).toBe("Read cut-off times from the carrier calendar");
});

test("what is typed into title and description is saved as typed", async () => {
  const { linear } = journey.sandbox;
  const page = await journey.openLinear("/northwind/issue/ATL-90");
  await waitForOneEach(page, 3);
  await page.getByLabel("Issue title").click();
  await page.keyboard.press("End");
  await page.keyboard.type(" ATL-1 j k x");
  await page.keyboard.press("Enter");
  await expect.poll(() => issueBy(linear, "ATL-90").title).toMatch(/ ATL-1 j k x$/);
  await page.getByLabel("Issue description").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" See https://linear.app/northwind/issue/ATL-2 too.");
  await page.keyboard.press("Escape");
  await expect
    .poll(() => issueBy(linear, "ATL-90").description)
    .toMatch(/listed\. See https:\/\/linear\.app\/northwind\/issue\/ATL-2 too\.$/);
  expect(await page.getByText("Edit was lost").count()).toBe(0);
  await waitForOneEach(page, 3);
});
