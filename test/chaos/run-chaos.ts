import { setTimeout as pause } from "node:timers/promises";
import type { BrowserContext } from "playwright-core";
import { type TrackerId, trackerIds } from "../../extension/trackers/hosts";
import { ticketUnits as jiraUnits } from "../e2e/jira-units";
import { ticketUnits as linearUnits } from "../e2e/linear-units";
import { createRandom, pick, pickWeighted } from "../sandbox/company/random";
import type { Sandbox } from "../sandbox/server";
import { actions } from "./actions";
import { editElsewhere } from "./edits";
import { faults } from "./faults";
import { goSomewhere, isAstray, openTab, type Player, type Tab } from "./player";
import { truthOf } from "./truth";

export interface ChaosReport {
  seed: number;
  seconds: number;
  /** How often each was done, and how often it could not be done just then. */
  actions: Record<string, { done: number; impossible: number }>;
  faults: Record<string, number>;
  edits: number;
  /** How often all was mended and looked at: tickets in view, and what was wrong with their badges. */
  calms: number;
  tickets: number;
  wrong: string[];
  leftovers: string[];
}

/** A fact may be this old before it is asked for again: the cache's minute and then the page's. */
const mostAgeMs = 125_000;
const recoveryMs = 60_000;
/** How often something breaks before an action, and for how many actions at most: counted, so that a seed says all. */
const faultShare = 0.15;
const longestFault = 10;
/** After so many actions everything is mended for a moment and looked at. */
const actionsToCalm = 120;

/** Uses both trackers at random for so long, with random faults; then mends all and says what is not as it should be. */
export async function runChaos(
  sandbox: Sandbox,
  context: BrowserContext,
  seed: number,
  seconds: number,
): Promise<ChaosReport> {
  const random = createRandom(seed);
  const internals = await context.newPage();
  await internals.goto("chrome://serviceworker-internals/");
  const workers = await context.newCDPSession(internals);
  await workers.send("ServiceWorker.enable");
  const player: Player = { sandbox, context, tabs: [], random, workers };
  const report: ChaosReport = {
    seed,
    seconds,
    actions: {},
    faults: {},
    edits: 0,
    calms: 0,
    tickets: 0,
    wrong: [],
    leftovers: [],
  };
  const keys = keysOf(sandbox);
  const truths: { until: number; labels: Record<TrackerId, Map<string, string>> }[] = [];
  const truthNow = async () => ({
    jira: await truthOf(sandbox, "jira", keys.jira),
    linear: await truthOf(sandbox, "linear", keys.linear),
  });

  for (const tracker of trackerIds) await openTab(player, tracker);
  let mend: () => void | Promise<void> = () => undefined;
  let brokenFor = 0;
  let done = 0;
  /** Mends all and looks at every tab as it stands. */
  async function calm(): Promise<void> {
    await mend();
    brokenFor = 0;
    truths.push({ until: Date.now(), labels: await truthNow() });
    for (const tab of player.tabs) {
      const accepted = (key: string): Set<string> =>
        new Set(
          truths
            .filter(({ until }) => until > Date.now() - mostAgeMs)
            .map(({ labels }) => labels[tab.tracker].get(key) ?? ""),
        );
      const { tickets, wrong } = await recovered(tab, accepted);
      report.tickets += tickets;
      report.wrong.push(...wrong);
      report.leftovers.push(...(await leftovers(tab)));
    }
    report.calms += 1;
  }
  for (const end = Date.now() + seconds * 1_000; Date.now() < end; ) {
    if (brokenFor > 0 && --brokenFor === 0) await mend();
    if (brokenFor === 0 && random() < faultShare) {
      const name = pick(Object.keys(faults), random);
      mend = (await faults[name]?.(player)) ?? mend;
      brokenFor = 1 + Math.floor(random() * longestFault);
      report.faults[name] = (report.faults[name] ?? 0) + 1;
    }
    // Truth is read over the API, so nothing is edited while that is broken.
    if (brokenFor === 0 && random() < 0.06) {
      truths.push({ until: Date.now(), labels: await truthNow() });
      editElsewhere(sandbox, pick(trackerIds, random), random);
      report.edits += 1;
    }
    await act(player, report);
    done += 1;
    if (done % actionsToCalm === 0) await calm();
    if (report.wrong.length > 0) break;
  }
  if (report.wrong.length === 0) await calm();
  await Promise.all([internals, ...player.tabs.map(({ page }) => page)].map((page) => page.close()));
  return report;
}

async function act(player: Player, { actions: counts }: ChaosReport): Promise<void> {
  const { random, tabs } = player;
  const name = pickWeighted(
    Object.entries(actions).map(([it, [, weight]]) => [it, weight] as const),
    random,
  );
  const tab = pick(tabs, random);
  const count = counts[name] ?? { done: 0, impossible: 0 };
  counts[name] = count;
  try {
    // A tab behind others draws no frames.
    await tab.page.bringToFront();
    if (random() < 0.3 && (await isAstray(tab))) await goSomewhere(tab, player);
    await actions[name]?.[0](tab, player);
    count.done += 1;
  } catch {
    // Not there to be touched, or the page just went elsewhere: people know that too.
    count.impossible += 1;
  }
  await pause(random() * 120);
}

function keysOf({ jira, linear }: Sandbox): Record<TrackerId, string[]> {
  return {
    jira: jira.ranked().map(({ key }) => key),
    linear: linear.store.all("Issue").map(({ number }) => `${linear.team.key}-${number}`),
  };
}

/** Comes back to the tab and waits until each ticket in it has its one badge that says what is or lately was true. */
async function recovered(
  { page, tracker }: Tab,
  accepted: (key: string) => Set<string>,
): Promise<{ tickets: number; wrong: string[] }> {
  await page.bringToFront();
  await page.keyboard.press("Escape");
  const deadline = Date.now() + recoveryMs;
  for (;;) {
    await page.evaluate(() => dispatchEvent(new Event("focus")));
    await pause(700);
    const { units, orphaned } = await (tracker === "jira" ? jiraUnits(page) : linearUnits(page));
    const wrong = [
      ...orphaned.map((it) => `stray badge ${it}`),
      ...units.flatMap(({ key, badges }) => {
        const [badge] = badges;
        if (badges.length !== 1 || badge === undefined) return `${key} has ${badges.length} badges`;
        const isTrue = badge.key === key && badge.state !== "pending" && accepted(key).has(badge.label);
        return isTrue ? [] : `${key} shows ${badge.state} of ${badge.key}: ${badge.label}`;
      }),
    ].map((it) => `${page.url()}: ${it}`);
    if (wrong.length === 0 || Date.now() > deadline) return { tickets: units.length, wrong };
  }
}

/** What the overlay may have at most in a page: badges, one chip, one card. */
const leftovers = ({ page }: Tab): Promise<string[]> =>
  page.evaluate(() => {
    const count = (tag: string) => document.getElementsByTagName(tag).length;
    const found = [];
    if (count("plumbline-chip") > 1) found.push(`${count("plumbline-chip")} chips`);
    if (count("plumbline-hovercard") > 1) found.push(`${count("plumbline-hovercard")} cards`);
    if (
      document.querySelector("plumbline-chip [aria-pressed=true]") === null &&
      document.querySelector("[data-plumbline-dimmed]")
    ) {
      // The chip's inside is its own: only the mark on the page can be looked at from here.
      const chip = document.querySelector("plumbline-chip")?.shadowRoot?.querySelector("[aria-pressed=true]");
      if (!chip) found.push("rows dimmed without a spotlight");
    }
    return found;
  });
