import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seedCompany } from "../sandbox/company/seed";
import { type Sandbox, startSandbox } from "../sandbox/server";
import { extensionFolder } from "../tools/build-extension";
import { findBrowser } from "../tools/find-browser";
import { type LaunchedBrowser, launch } from "../tools/launch";
import { updatableFlag, updateExtension } from "../tools/update-extension";
import { expectedBadges, today } from "./jira-expected-badges";
import { expectBadges, waitForOneEach } from "./jira-units";

const company = seedCompany({ today: today() });
let sandbox: Sandbox;
let browser: LaunchedBrowser;
let folder: string;

beforeAll(async () => {
  sandbox = await startSandbox({ company });
  folder = await mkdtemp(join(tmpdir(), "plumbline-update-"));
  const { path } = await findBrowser();
  browser = await launch({
    executablePath: path,
    extensionDir: extensionFolder("sandbox"),
    flags: [...sandbox.chromiumFlags, updatableFlag],
    headless: true,
    keptIn: folder,
  });
});
afterAll(async () => {
  await browser.close();
  await sandbox.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

const update = async () =>
  expect(await updateExtension(browser.context, browser.loadedFrom)).toBe(browser.extensionId);

async function openBacklog(): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(sandbox.urls.jira.backlog);
  await waitForOneEach(page, 10);
  return page;
}

test("updated under an open page, the new content script takes over and the old one leaves nothing", async () => {
  const page = await openBacklog();
  const old = await page.locator("plumbline-badge").first().elementHandle();
  await page.locator("plumbline-badge").nth(3).hover();
  await page.locator("plumbline-hovercard").waitFor();
  await update();
  await expect.poll(() => old?.evaluate((it) => it.isConnected), { timeout: 15_000 }).toBe(false);
  for (const top of [0, 900]) {
    await page.locator(".backlog-scroller").evaluate((element, to) => element.scrollTo(0, to), top);
    expectBadges(await waitForOneEach(page, 10), expectedBadges(company, sandbox.jira));
  }
  await expect.poll(() => page.locator("plumbline-chip").count()).toBe(1);
  await page.mouse.move(0, 0);
  await expect.poll(() => page.locator("plumbline-hovercard").count()).toBe(0);
  await page.locator("plumbline-badge").nth(2).hover();
  await page.locator("plumbline-hovercard").waitFor();
  expect(await page.locator("plumbline-hovercard").count()).toBe(1);
});

test("however often it is updated, a page gathers no listeners and no nodes", async () => {
  const page = await openBacklog();
  const session = await browser.context.newCDPSession(page);
  await session.send("Performance.enable");
  const renew = async () => {
    const old = await page.locator("plumbline-badge").first().elementHandle();
    await update();
    await expect.poll(() => old?.evaluate((it) => it.isConnected), { timeout: 15_000 }).toBe(false);
    await old?.dispose();
    await waitForOneEach(page, 10);
  };
  await renew();
  const before = await held(session);
  for (let round = 0; round < 4; round++) await renew();
  const after = await held(session);
  // One overlay is in both; a single listener or badge that each of the four left behind would show.
  expect(after.listeners - before.listeners).toBeLessThan(4);
  expect(after.nodes - before.nodes).toBeLessThan(4);
});

/** What the page holds once all that nobody needs is collected. */
async function held(session: CDPSession): Promise<{ listeners: number; nodes: number }> {
  for (let round = 0; round < 3; round++) await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const of = (name: string) => metrics.find((it) => it.name === name)?.value ?? Number.NaN;
  return { listeners: of("JSEventListeners"), nodes: of("Nodes") };
}
