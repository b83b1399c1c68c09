import { mkdir, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type BrowserContext, errors, type Page } from "playwright-core";
import type { SandboxUrls } from "../sandbox/server";
import { projectRoot } from "./build-extension";
import { badgesOn, visibleTickets } from "./read-page";
import { countTickets, type TicketCounts, type TourRow } from "./tour-row";

const themes = ["light", "dark"] as const;
const settleMs = 20_000;

/**
 * Looks at every view of both trackers, light and dark, with one hovercard and the orphan spotlight each, where the extension is there. Writes numbered
 * screenshots to `.output/tour` and the rows to `.output/reports/tour.json`.
 */
export async function tour(
  context: BrowserContext,
  urls: SandboxUrls,
  { hasBadges = true, say = console.log }: { hasBadges?: boolean; say?: (line: string) => void } = {},
): Promise<TourRow[]> {
  const pictures = join(projectRoot, ".output/tour");
  await rm(pictures, { recursive: true, force: true });
  await mkdir(pictures, { recursive: true });
  const page = await context.newPage();
  page.on("pageerror", (error) => say(`The page ${page.url()} threw: ${error.message}`));
  const rows: TourRow[] = [];

  async function look(
    { tracker, hasTickets = true }: Stop,
    view: string,
    theme: TourRow["theme"],
  ): Promise<void> {
    const counts = await settled(page, hasBadges && hasTickets);
    const number = String(rows.length + 1).padStart(2, "0");
    const file = join(pictures, `${number}-${tracker}-${view}-${theme}.png`);
    await page.screenshot({ path: file });
    const screenshot = relative(projectRoot, file);
    rows.push({ tracker, view, theme, url: page.url(), hasTickets, ...counts, screenshot });
  }

  for (const stop of stops(urls)) {
    const { view, url, act } = stop;
    if (url === null) continue;
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme });
      await page.goto(url);
      if (act !== undefined) {
        await settled(page, hasBadges);
        await act(page);
      }
      await look(stop, view, theme);
    }
    if (!hasBadges) continue;
    if (url !== urls.jira.backlog && (url !== urls.linear.list || act !== undefined)) continue;
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto(url);
    await settled(page, hasBadges);
    if (await openHovercard(page)) await look(stop, `${view}-hovercard`, "light");
    else say(`No hovercard opened on ${url}.`);
    if (await turnOnSpotlight(page)) await look(stop, `${view}-spotlight`, "light");
    else say(`No chip with the orphans' count stands on ${url}.`);
  }

  await page.close();
  const report = join(projectRoot, ".output/reports/tour.json");
  await mkdir(join(report, ".."), { recursive: true });
  await writeFile(report, `${JSON.stringify(rows, null, 2)}\n`);
  return rows;
}

interface Stop {
  tracker: TourRow["tracker"];
  view: string;
  /** Null: the company has none. */
  url: string | null;
  /** Default: it links to tickets, which have badges. */
  hasTickets?: boolean;
  /** What a person does on the page before looking. */
  act?: (page: Page) => Promise<void>;
}

const stops = ({ jira, linear }: SandboxUrls): Stop[] => [
  { tracker: "jira", view: "backlog", url: jira.backlog },
  { tracker: "jira", view: "panel-over-backlog", url: jira.panel },
  { tracker: "jira", view: "board", url: jira.board },
  { tracker: "jira", view: "issue-dialog", url: jira.modal },
  { tracker: "jira", view: "issue", url: jira.issue },
  { tracker: "jira", view: "linked-issues", url: jira.linkedIssues },
  { tracker: "jira", view: "epic-children", url: jira.epic },
  { tracker: "jira", view: "navigator", url: jira.navigator },
  { tracker: "jira", view: "list", url: jira.list },
  { tracker: "jira", view: "app-on-issue", url: jira.app && jira.issue, act: openAppPanel },
  { tracker: "jira", view: "app-page", url: jira.app, hasTickets: false, act: waitForApp },
  { tracker: "jira", view: "timeline", url: jira.timeline, act: (page) => clickFirst(page, "Expand") },
  { tracker: "linear", view: "list", url: linear.list },
  { tracker: "linear", view: "peek", url: linear.list, act: (page) => press(page, "j", "Space") },
  { tracker: "linear", view: "board", url: linear.board },
  { tracker: "linear", view: "cycle", url: linear.cycle },
  { tracker: "linear", view: "my-issues", url: linear.myIssues },
  { tracker: "linear", view: "issues-of-project", url: linear.projectIssues },
  { tracker: "linear", view: "custom-view", url: linear.view },
  { tracker: "linear", view: "search", url: linear.search },
  { tracker: "linear", view: "inbox-preview", url: linear.inbox, act: (page) => press(page, "j") },
  { tracker: "linear", view: "issue", url: linear.issue },
  { tracker: "linear", view: "sub-issues", url: linear.subIssues },
];

/** Opens the app's panel beside the fields of an issue, which stays open for the next issue. */
async function openAppPanel(page: Page): Promise<void> {
  const panel = page.getByTestId("issue-context.issue-panel").getByRole("button");
  if ((await panel.getAttribute("aria-expanded")) === "false") await panel.click();
  await waitForApp(page);
}

const waitForApp = (page: Page): Promise<void> =>
  page.frameLocator("iframe.app-frame").getByRole("heading").first().waitFor();

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

const clickFirst = (page: Page, name: string): Promise<void> =>
  page.getByRole("button", { name, exact: true }).first().click();

/** The counts once they hold still with no badge pending; after `settleMs` whatever there is. */
async function settled(page: Page, hasBadges: boolean): Promise<TicketCounts> {
  const until = performance.now() + settleMs;
  let last = await counts(page);
  while (performance.now() < until) {
    await pause(400);
    const next = await counts(page);
    if (
      (next.badged > 0 || !hasBadges) &&
      next.pending === 0 &&
      JSON.stringify(next) === JSON.stringify(last)
    )
      return next;
    last = next;
  }
  return last;
}

const counts = async (page: Page): Promise<TicketCounts> =>
  countTickets(await visibleTickets(page), await badgesOn(page));

/** Rests the pointer on the first badge that names an aim, else on the first one. */
async function openHovercard(page: Page): Promise<boolean> {
  const aligned = page.locator('plumbline-badge[data-state="aligned"]');
  const badge = (await aligned.count()) > 0 ? aligned.first() : page.locator("plumbline-badge").first();
  if ((await badge.count()) === 0) return false;
  await badge.hover();
  return appears(page, "plumbline-hovercard");
}

async function turnOnSpotlight(page: Page): Promise<boolean> {
  await page.keyboard.press("Escape");
  await page.mouse.move(0, 0);
  if (!(await appears(page, "plumbline-chip"))) return false;
  await page.locator("plumbline-chip").getByRole("button").click();
  return true;
}

const appears = (page: Page, selector: string): Promise<boolean> =>
  page
    .locator(selector)
    .waitFor({ timeout: 5000 })
    .then(() => true)
    .catch((error: unknown) => {
      if (error instanceof errors.TimeoutError) return false;
      throw error;
    });
