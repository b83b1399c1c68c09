import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seedCompany } from "../sandbox/company/seed";
import { limitedUntil } from "../sandbox/jira/common-faults";
import { type Sandbox, startSandbox } from "../sandbox/server";
import { extensionFolder } from "../tools/build-extension";
import { findBrowser } from "../tools/find-browser";
import { type LaunchedBrowser, launch } from "../tools/launch";
import { expectedBadges, today } from "./jira-expected-badges";
import { expectBadges, waitForOneEach } from "./jira-units";

const company = seedCompany({ today: today() });
let sandbox: Sandbox;
let folder: string;
beforeAll(async () => {
  sandbox = await startSandbox({ company });
  folder = await mkdtemp(join(tmpdir(), "plumbline-restart-"));
});
afterAll(async () => {
  await sandbox.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

/** Runs the browser with the profile that it had the last time. */
async function inBrowser(act: (browser: LaunchedBrowser) => Promise<void>): Promise<void> {
  const { path } = await findBrowser();
  const browser = await launch({
    executablePath: path,
    extensionDir: extensionFolder("sandbox"),
    flags: sandbox.chromiumFlags,
    headless: true,
    keptIn: folder,
  });
  try {
    await act(browser);
  } finally {
    await browser.close();
  }
}

async function openBacklog({ context }: LaunchedBrowser): Promise<Page> {
  const page = await context.newPage();
  await page.goto(sandbox.urls.jira.backlog);
  return page;
}
const isOurs = ({ url }: Request) => /bulkfetch|plumbline/.test(url);
const calls = () => sandbox.jira.requests.filter(({ path }) => /bulkfetch|plumbline/.test(path)).length;
const waits = (page: Page) => page.locator('plumbline-badge[aria-label*="asked Plumbline to wait"]').count();

test("a limit outlives the browser, and passes", async () => {
  const until = new Date(Date.now() + 45_000);
  const limit = limitedUntil(until);
  sandbox.jira.faults.push({ ...limit, match: (it) => isOurs(it) && limit.match(it) });
  await inBrowser(async (browser) => {
    const page = await openBacklog(browser);
    await expect.poll(() => waits(page), { timeout: 20_000 }).toBeGreaterThan(2);
  });
  const before = calls();
  await inBrowser(async (browser) => {
    const page = await openBacklog(browser);
    await expect.poll(() => waits(page), { timeout: 20_000 }).toBeGreaterThan(2);
    expect(Date.now(), "the journey is slower than the limit is long").toBeLessThan(until.getTime());
    expect(calls()).toBe(before);
    await expect.poll(() => waits(page), { timeout: 60_000 }).toBe(0);
    expectBadges(await waitForOneEach(page, 10), expectedBadges(company, sandbox.jira));
  });
  sandbox.jira.faults.length = 0;
});

test("what was read days ago is marked until the tracker confirms it, with the day on its card", async () => {
  await inBrowser(async (browser) => {
    await waitForOneEach(await openBacklog(browser), 10, 30_000);
    await ageFacts(browser, 3 * 24 * 60 * 60_000);
  });
  sandbox.jira.faults.push({ match: isOurs, respond: () => 9_000, times: 1 });
  await inBrowser(async (browser) => {
    const page = await openBacklog(browser);
    const marked = page.locator("plumbline-badge[data-stale]");
    await expect.poll(() => marked.count(), { timeout: 8_000 }).toBeGreaterThan(2);
    expect(await marked.first().getAttribute("aria-label")).toContain("has not confirmed it");
    await marked.first().hover();
    const card = page.locator("plumbline-hovercard");
    await card.getByText(/^Read on .+, not confirmed since\.$/).waitFor();
    await expect.poll(() => marked.count(), { timeout: 20_000 }).toBe(0);
    await expect.poll(() => card.getByText("not confirmed since").count()).toBe(0);
    expectBadges(await waitForOneEach(page, 10), expectedBadges(company, sandbox.jira));
  });
});

/** Makes all that the extension remembers older, as if it had been read so long ago. */
async function ageFacts({ context, extensionId }: LaunchedBrowser, byMs: number): Promise<void> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  await page.evaluate(async (by) => {
    const opened = indexedDB.open("plumbline");
    await new Promise((resolve) => opened.addEventListener("success", resolve, { once: true }));
    const write = opened.result.transaction("items", "readwrite");
    const walk = write.objectStore("items").openCursor();
    walk.addEventListener("success", () => {
      const cursor = walk.result;
      if (cursor === null) return;
      cursor.update({ ...cursor.value, readAt: cursor.value.readAt - by });
      cursor.continue();
    });
    await new Promise((resolve) => write.addEventListener("complete", resolve, { once: true }));
    opened.result.close();
  }, byMs);
  await page.close();
}
