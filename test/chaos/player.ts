import type { BrowserContext, CDPSession, Page } from "playwright-core";
import type { TrackerId } from "../../extension/trackers/hosts";
import { pick, type Random } from "../sandbox/company/random";
import type { Sandbox } from "../sandbox/server";
import type { WorkerSwitch } from "../tools/worker-switch";

/** An open page of a tracker. */
export interface Tab {
  tracker: TrackerId;
  page: Page;
  /** Of the page, for what only the browser's own tools can do to it. */
  session: CDPSession;
}

/** All that actions and faults have their hands on. */
export interface Player {
  sandbox: Sandbox;
  context: BrowserContext;
  tabs: Tab[];
  random: Random;
  workers: WorkerSwitch;
  /** Loads the extension anew under the open pages, as the browser does with an update. */
  updateExtension: () => Promise<void>;
}

/** An action gives up after so long: what it wanted to touch is not there just now. */
export const patienceMs = 2_500;

/** Opens a new tab on one of the tracker's pages. */
export async function openTab(player: Player, tracker: TrackerId): Promise<void> {
  const page = await player.context.newPage();
  page.setDefaultTimeout(patienceMs);
  const session = await player.context.newCDPSession(page);
  await session.send("Network.enable");
  const tab = { tracker, page, session };
  player.tabs.push(tab);
  await goSomewhere(tab, player);
}

/** Goes to one of the pages of the tab's tracker by its address. */
export async function goSomewhere({ page, tracker }: Tab, { sandbox, random }: Player): Promise<void> {
  const urls = Object.values(tracker === "jira" ? sandbox.urls.jira : sandbox.urls.linear);
  await page.goto(
    pick(
      urls.filter((it) => it !== null),
      random,
    ),
    { timeout: 20_000 },
  );
}

/** Whether the tab's page leads to any ticket: where people have lost their way, they type an address. */
export const isAstray = ({ page, tracker }: Tab): Promise<boolean> =>
  page.evaluate(
    (part) => document.querySelector(`main a[href*="${part}"]`) === null,
    tracker === "jira" ? "/browse/" : "/issue/",
  );
