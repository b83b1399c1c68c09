import type { Page } from "playwright-core";
import { afterEach, expect, test } from "vitest";
import { formIsClosed, formOver, pressInCard, pressShortcut, workerOf } from "./capture-frame";
import { forgetFacts } from "./forget-facts";
import { useJourney } from "./harness";
import { openOwnPage, picture, tabIdOf } from "./own-pages";
import { jiraStage, linearStage } from "./tracker-stage";
import { openUnknown, unknownSites } from "./unknown-pages";
import { writeStatementIn, writtenStatement } from "./write-statement";

const journey = useJourney();
const stages = [jiraStage(journey), linearStage(journey)];
const cost = "which costs";

afterEach(async () => {
  for (const it of journey.context.pages()) if (it.url().startsWith("chrome-extension:")) await it.close();
  await forgetFacts(journey);
});

/** The list of a tracker, and the key of the first orphan in it. */
async function listOf(stage: (typeof stages)[number]): Promise<{ page: Page; key: string }> {
  const page = await (stage.tracker === "jira" ? journey.openJira() : journey.openLinear());
  const orphan = page.locator('plumbline-badge[data-state="orphan"]').first();
  await orphan.waitFor();
  return { page, key: (await orphan.getAttribute("data-key")) ?? "" };
}
async function ticketOf(stage: (typeof stages)[number]): Promise<{ page: Page; key: string }> {
  const { page, key } = await listOf(stage);
  await page.goto(stage.addressOf(key));
  await page.locator(`plumbline-badge[data-key="${key}"]`).first().waitFor();
  return { page, key };
}

test.each(stages)(
  "on a page of $tracker that allows no frames and no styles but its own, the form opens",
  async (stage) => {
    const { key } = await listOf(stage);
    const refused: string[] = [];
    journey.context.on(
      "console",
      (it) => /content security policy/i.test(it.text()) && refused.push(it.text()),
    );
    const site = { ...unknownSites[stage.tracker], address: stage.addressOf(key) };
    const row = `<ul><li><a href="${stage.addressOf(key)}">${key}</a> A ticket</li></ul>`;
    const page = await openUnknown(journey, site, row, {
      "content-security-policy":
        "default-src 'self'; style-src 'self'; frame-src 'none'; child-src 'none'; object-src 'none'",
    });
    await page.locator(`plumbline-badge[data-key="${key}"]`).first().waitFor();
    await pressShortcut(journey, page);
    const form = await formOver(page);
    await writeStatementIn(form);
    expect(await form.getByLabel(cost, { exact: true }).inputValue()).toBe(writtenStatement[cost]);
    await picture(page, `capture-strict-${stage.tracker}`);
    await page.keyboard.press("Escape");
    await formIsClosed(page);
    expect(refused).toEqual([]);
    // The policy does hold: a frame of the page's own is refused.
    await page.evaluate(() =>
      document.body.append(Object.assign(document.createElement("iframe"), { src: "/x" })),
    );
    await expect.poll(() => refused.length).toBeGreaterThan(0);
    await journey.context.unroute(site.address);
  },
);

test("turned off for its site while it is open, the form goes, and what was typed is there when it is on again", async () => {
  const [stage] = stages;
  if (stage === undefined) throw new Error("no tracker");
  const { page, key } = await ticketOf(stage);
  await pressShortcut(journey, page);
  let form = await formOver(page);
  await form.getByLabel(cost, { exact: true }).fill("Two hours every night");
  const options = await openOwnPage(journey, "options.html");
  const row = options.getByRole("listitem").filter({ hasText: "northwind.atlassian.net" });
  const isOn = row.getByText("northwind.atlassian.net", { exact: true });
  await isOn.click();
  await formIsClosed(page);
  await page.locator("plumbline-badge").first().waitFor({ state: "detached" });
  expect(await page.evaluate(() => document.querySelectorAll("plumbline-statement, iframe").length)).toBe(0);
  await isOn.click();
  await page.bringToFront();
  await page.locator(`plumbline-badge[data-key="${key}"]`).first().waitFor();
  await pressShortcut(journey, page);
  form = await formOver(page);
  await form.getByText("This is what you were writing when you left.").waitFor();
  expect(await form.getByLabel(cost, { exact: true }).inputValue()).toBe("Two hours every night");
});

test("a request for the form is good once, and in the tab that it was made for alone", async () => {
  const [stage] = stages;
  if (stage === undefined) throw new Error("no tracker");
  const { page, key } = await ticketOf(stage);
  const addresses: string[] = [];
  page.on("framenavigated", (it) => addresses.push(it.url()));
  await pressShortcut(journey, page);
  const form = await formOver(page);
  await form.getByLabel(cost, { exact: true }).fill("Two hours every night");
  const address = addresses.find((it) => it.includes("/capture.html#"));
  if (address === undefined) throw new Error(`the form has no request: ${addresses.join(" ")}`);
  const nothing = /^PlumblineCloseHere stands the problem statement of a ticket\./;
  const elsewhere = async (url: string) => {
    const tab = await journey.context.newPage();
    await tab.goto(url);
    await tab.locator("main > p").waitFor();
    const said = await tab.locator("main").textContent();
    await tab.close();
    return said;
  };
  const id = address.split("#")[1] ?? "";
  const own = `chrome-extension://${journey.extensionId}/capture.html`;
  expect(await elsewhere(`${own}#${id}`)).toMatch(nothing);

  // One that nobody has taken yet, as if another tab were faster than the frame that it was made for.
  const tab = await tabIdOf(journey, page);
  await (await workerOf(journey)).evaluate(
    ({ tab, key }) =>
      chrome.storage.session.set({
        "capture stolen": {
          ...{ tab, key, selection: "a secret", theme: null, isFramed: true, askedAt: Date.now() },
          ...{ origin: "https://northwind.atlassian.net", tenant: "https://northwind.atlassian.net" },
        },
      }),
    { tab, key },
  );
  expect(await elsewhere(`${own}#stolen`)).toMatch(nothing);
  expect(await form.getByLabel(cost, { exact: true }).inputValue()).toBe("Two hours every night");
});

test.each(stages)(
  "in $tracker a link that was made in the form is taken back there, and the draft stays",
  async (stage) => {
    const { page, key } = await ticketOf(stage);
    await pressShortcut(journey, page);
    const form = await formOver(page);
    await form.getByLabel(cost, { exact: true }).fill("Two hours every night");
    await form.getByLabel("Search all known bets").fill("invoice line");
    const link = form.getByRole("button", { name: /^Link to .*Match every invoice line/ });
    await link.click();
    await expect.poll(() => stage.betOf(key), { timeout: 20_000 }).not.toBeNull();
    await form.getByText(new RegExp(`^Linked ${key} to`)).waitFor();
    await expect
      .poll(() => form.getByLabel(cost, { exact: true }).inputValue(), { timeout: 20_000 })
      .toBe("Two hours every night");
    await form.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => stage.betOf(key), { timeout: 20_000 }).toBeNull();
    await form.getByLabel("Search all known bets").waitFor();
    await expect
      .poll(() => form.getByLabel(cost, { exact: true }).inputValue(), { timeout: 20_000 })
      .toBe("Two hours every night");
    await picture(page, `capture-undo-${stage.tracker}`);
  },
);

test.each(stages)(
  "in $tracker rows that go and come beneath the open form take nothing of it away",
  async (stage) => {
    const { page, key } = await listOf(stage);
    await pressInCard(page, key);
    const form = await formOver(page);
    await form.getByLabel(cost, { exact: true }).fill("Two hours every night");
    const scroller = page.locator(stage.tracker === "jira" ? ".backlog-scroller" : "[data-list-wrapper]");
    const badge = page.locator(`plumbline-badge[data-key="${key}"]`);
    await scroller.evaluate((it) => it.scrollTo(0, it.scrollHeight));
    await expect.poll(() => badge.count(), { timeout: 10_000 }).toBe(0);
    expect(await form.getByLabel(cost, { exact: true }).inputValue()).toBe("Two hours every night");
    await form.getByLabel("Today, who", { exact: true }).fill("Night shift planners");
    await scroller.evaluate((it) => it.scrollTo(0, 0));
    await badge.first().waitFor();
    expect(await form.getByLabel("Today, who", { exact: true }).inputValue()).toBe("Night shift planners");
    expect(await page.locator("plumbline-statement").count()).toBe(1);
    await page.keyboard.press("Escape");
    await formIsClosed(page);
  },
);

test.each(stages)(
  "where a page of $tracker is about no ticket, the key opens the panel beside it",
  async (stage) => {
    const { page } = await listOf(stage);
    const tab = await tabIdOf(journey, page);
    const worker = await workerOf(journey);
    // The browser opens it for a key that a person pressed, which no driver can do.
    await worker.evaluate(() => {
      const opened: unknown[] = [];
      Object.assign(globalThis, { opened });
      Object.assign(chrome.sidePanel, { open: async (where: unknown) => void opened.push(where) });
    });
    await pressShortcut(journey, page);
    const opened = () => worker.evaluate(() => (globalThis as unknown as { opened: unknown[] }).opened);
    await expect.poll(opened).toEqual([{ tabId: tab }]);
    expect(await page.locator("plumbline-statement").count()).toBe(0);
  },
);
