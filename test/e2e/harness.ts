import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import type { Company } from "../sandbox/company/company";
import { seedCompany } from "../sandbox/company/seed";
import type { Markup } from "../sandbox/markup";
import { type Sandbox, startSandbox } from "../sandbox/server";
import { buildExtension, extensionFolder } from "../tools/build-extension";
import { forgeApp } from "../tools/build-forge-pages";
import { findBrowser } from "../tools/find-browser";
import { type LaunchedBrowser, launch } from "../tools/launch";
import { type BadgeOnPage, badgesOn } from "../tools/read-page";
import { saveLinearKey } from "../tools/save-linear-key";
import { updatableFlag, updateExtension } from "../tools/update-extension";
import { installShiftRecorder } from "./layout-shift";

export interface Journey {
  readonly sandbox: Sandbox;
  readonly context: BrowserContext;
  /** Of the extension; throws where the journey runs without it. */
  readonly extensionId: string;
  /** Opens a new tab on a path of the Jira site, by default the backlog. Closed after the test. */
  openJira(path?: string): Promise<Page>;
  /** Opens a new tab on a path of linear.app, by default the list of all issues. Closed after the test. */
  openLinear(path?: string): Promise<Page>;
  /** Loads the extension anew under the open pages, as an update does. Needs `updatable`. */
  updateExtension(): Promise<void>;
  /** Prepares company or browser before the first test, and again where a test is tried again with new ones. */
  whenStarted(prepare: () => unknown): void;
  /** Page errors that this test expects: what matches does not fail it. */
  expectPageError(message: RegExp): void;
}

export interface JourneyOptions {
  /** Default: the seed company of today. */
  company?: Company;
  /** Run Chromium without the extension, to compare. Default: with it. */
  extension?: boolean;
  /** Saved on the options page before the first test; null: none. Default: Ana's. */
  linearKey?: string | null;
  /** Which build runs: the sandbox's, whose hosts are granted, or the one that ships. Default: the sandbox's. */
  build?: "sandbox" | "production";
  /** How the sandbox's pages are marked. Default: as today. */
  markup?: Markup;
  /** Lets the extension be updated under open pages. Default: no. */
  updatable?: boolean;
  /** Installs the app inside Jira. Default: no. */
  forgeApp?: boolean;
  /** The browser keeps storage for frames of other sites. Default: where the app is installed. */
  keepsForFrames?: boolean;
}

/**
 * For one test file: a sandbox and a browser before all its tests, both ended afterwards; a test that is tried again gets new ones.
 * After each test its tabs are closed, and it fails where a page threw, or the sandbox did.
 */
export function useJourney({
  company = seedCompany({ today: new Date().toISOString().slice(0, 10) }),
  extension = true,
  linearKey = "lin_api_ana",
  build = "sandbox",
  markup = "today",
  updatable = false,
  forgeApp: hasForgeApp = false,
  keepsForFrames = hasForgeApp,
}: JourneyOptions = {}): Journey {
  let started: { sandbox: Sandbox; browser: LaunchedBrowser } | null = null;
  const tabs: Page[] = [];
  const pageErrors: string[] = [];
  const expected: RegExp[] = [];
  const preparations: (() => unknown)[] = [];

  async function start(): Promise<void> {
    const { path } = await findBrowser();
    const sandbox = await startSandbox({
      ...{ company: structuredClone(company), markup },
      forgeApp: hasForgeApp ? forgeApp : null,
    });
    const browser = await launch({
      executablePath: path,
      extensionDir: extension ? extensionFolder(build) : null,
      flags: [...sandbox.chromiumFlags, ...(updatable ? [updatableFlag] : [])],
      headless: true,
      keepsForFrames,
    });
    started = { sandbox, browser };
    await browser.context.addInitScript(installShiftRecorder);
    browser.context.on("weberror", (webError) => pageErrors.push(String(webError.error())));
    if (browser.extensionId !== null && linearKey !== null) {
      await saveLinearKey(browser.context, browser.extensionId, linearKey);
    }
  }

  async function end(): Promise<void> {
    await started?.browser.close();
    await started?.sandbox.stop();
    started = null;
  }

  beforeAll(async () => {
    if (build === "production") await buildExtension(build);
    await start();
  });

  beforeEach(async ({ task }) => {
    if (!task.result?.retryCount) return;
    // What the first try left in the company or in the browser must not decide the second.
    await end();
    await start();
    for (const prepare of preparations) await prepare();
  });

  afterEach(async () => {
    await Promise.all(tabs.splice(0).map((tab) => tab.close()));
    const unexpected = pageErrors.splice(0).filter((error) => !expected.some((it) => it.test(error)));
    expected.length = 0;
    expect(unexpected, "errors thrown in pages").toEqual([]);
    expect(started?.sandbox.failures.splice(0) ?? [], "errors thrown in the sandbox").toEqual([]);
    expect(started?.sandbox.forge?.failures.splice(0) ?? [], "what failed in the app").toEqual([]);
  });

  afterAll(end);

  const running = () => {
    if (started === null) throw new Error("The journey has not started: use it inside a test.");
    return started;
  };

  async function open(address: string): Promise<Page> {
    const page = await running().browser.context.newPage();
    tabs.push(page);
    await page.goto(address);
    return page;
  }

  return {
    get sandbox() {
      return running().sandbox;
    },
    get context() {
      return running().browser.context;
    },
    get extensionId() {
      const { extensionId } = running().browser;
      if (extensionId === null) throw new Error("This journey runs without the extension.");
      return extensionId;
    },
    openJira: (path) => {
      const { baseUrl } = running().sandbox.jira;
      return open(path === undefined ? running().sandbox.urls.jira.backlog : new URL(path, baseUrl).href);
    },
    openLinear: (path) =>
      open(
        path === undefined ? running().sandbox.urls.linear.list : new URL(path, "https://linear.app").href,
      ),
    async updateExtension() {
      const { context, loadedFrom } = running().browser;
      await updateExtension(context, loadedFrom);
    },
    whenStarted(prepare) {
      preparations.push(prepare);
      beforeAll(async () => void (await prepare()));
    },
    expectPageError: (message) => expected.push(message),
  };
}

/** The badges in the page, in document order. */
export const badges = (page: Page): Promise<BadgeOnPage[]> => badgesOn(page);

/** Waits until there are badges and none is pending, then gives them. `timeoutMs` is for all of it. */
export async function waitForBadges(page: Page, timeoutMs = 15_000): Promise<BadgeOnPage[]> {
  await page.locator("plumbline-badge").first().waitFor({ state: "attached", timeout: timeoutMs });
  await expect
    .poll(
      async () => (await badgesOn(page)).filter(({ state }) => state === "pending").map(({ key }) => key),
      {
        timeout: timeoutMs,
        message: "badges that stay pending",
      },
    )
    .toEqual([]);
  return badgesOn(page);
}
