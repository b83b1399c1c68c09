import type { BrowserContext, CDPSession, Page } from "playwright-core";
import type { TrackerId } from "../../extension/trackers/hosts";
import { pick, type Random } from "../sandbox/company/random";
import type { Sandbox } from "../sandbox/server";

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
  /** Of a page about service workers, which can stop them. */
  workers: CDPSession;
}

/** An action gives up after so long: what it wanted to touch is not there just now. */
export const patienceMs = 2_500;

export async function openTab({ sandbox, context, tabs, random }: Player, tracker: TrackerId): Promise<void> {
  const page = await context.newPage();
  page.setDefaultTimeout(patienceMs);
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const urls = Object.values(tracker === "jira" ? sandbox.urls.jira : sandbox.urls.linear);
  tabs.push({ tracker, page, session });
  await page.goto(
    pick(
      urls.filter((it) => it !== null),
      random,
    ),
    { timeout: 20_000 },
  );
}
