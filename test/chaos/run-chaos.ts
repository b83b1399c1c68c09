import { setTimeout as pause } from "node:timers/promises";
import type { ConsoleMessage } from "playwright-core";
import { type TrackerId, trackerIds } from "../../extension/trackers/hosts";
import { forgetFacts } from "../e2e/forget-facts";
import type { Journey } from "../e2e/harness";
import { createRandom, pick, pickWeighted, shuffle } from "../sandbox/company/random";
import { openWorkerSwitch } from "../tools/worker-switch";
import { actions } from "./actions";
import { editElsewhere } from "./edits";
import { faults } from "./faults";
import { gathered, glimpse, recovered } from "./look";
import { goSomewhere, isAstray, openTab, type Player, type Tab } from "./player";
import { type Alive, aliveIn } from "./traces";
import { createTruths } from "./truths";

export interface ChaosReport {
  seed: number;
  seconds: number;
  /** How often each was done, and how often it could not be done just then. */
  actions: Record<string, { done: number; impossible: number }>;
  faults: Record<string, number>;
  edits: number;
  /** How often all was mended and looked at, and how many tickets were in view then. */
  calms: number;
  tickets: number;
  /** How many badges that said why they know nothing were seen meanwhile: none would mean that nothing really broke. */
  unknown: number;
  wrong: string[];
  /** What was done last before something was wrong. */
  trail: string[];
  /** The page where it was wrong. */
  picture: Buffer | null;
}

/** How often something breaks before an action, and for how many actions at most: counted, so that a seed says all. */
const faultShare = 0.15;
const longestFault = 10;
/** After so many actions everything is mended for a moment and looked at. */
const actionsToCalm = 120;
/** How often the browser has forgotten what it read when something breaks, so that it must be read anew. */
const forgetShare = 0.5;
const mostTries = 6;
const trailLength = 40;

/** Uses both trackers at random for so long, with random faults; every now and then mends all and says what is not as it should be. */
export async function runChaos(journey: Journey, seed: number, seconds: number): Promise<ChaosReport> {
  const { sandbox, context, updateExtension } = journey;
  const random = createRandom(seed);
  const workers = await openWorkerSwitch(context);
  const player: Player = { sandbox, context, tabs: [], random, workers, updateExtension };
  const truths = createTruths(sandbox);
  const report: ChaosReport = {
    seed,
    seconds,
    actions: {},
    faults: {},
    edits: 0,
    calms: 0,
    tickets: 0,
    unknown: 0,
    wrong: [],
    trail: [],
    picture: null,
  };
  const complaints: string[] = [];
  context.on("console", (message) => isOurs(message) && complaints.push(`console: ${message.text()}`));
  context.on("weberror", (error) => complaints.push(`thrown: ${error.error().stack}`));

  async function blame(tab: Tab, wrong: readonly string[]): Promise<void> {
    report.wrong.push(...wrong.map((it) => `${tab.page.url()}: ${it}`));
    if (wrong.length > 0) report.picture ??= await tab.page.screenshot().catch(() => null);
  }
  const fresh: Partial<Record<TrackerId, Alive>> = {};
  /** Dealt like cards, so that each comes once before any comes again. */
  const deck: string[] = [];
  let mend: () => void | Promise<void> = () => undefined;
  let brokenFor = 0;
  /** Mends all and looks at every tab as it stands. */
  async function calm(): Promise<void> {
    await mend();
    brokenFor = 0;
    report.trail.push("all mended");
    await truths.note();
    for (const tab of player.tabs) {
      const { tickets, wrong } = await recovered(tab, truths);
      report.tickets += tickets;
      await blame(tab, wrong);
      const first = fresh[tab.tracker] ?? (await aliveIn(tab));
      fresh[tab.tracker] = first;
      await blame(tab, await gathered(tab, first));
    }
    report.calms += 1;
  }

  for (const tracker of trackerIds) await openTab(player, tracker);
  await calm();
  let done = 0;
  for (const end = Date.now() + seconds * 1_000; Date.now() < end && report.wrong.length === 0; ) {
    if (brokenFor > 0 && --brokenFor === 0) {
      await mend();
      report.trail.push("mended");
    }
    if (brokenFor === 0 && random() < faultShare) {
      if (deck.length === 0) deck.push(...shuffle(Object.keys(faults), random));
      const name = deck.pop() ?? "";
      report.trail.push(name);
      if (random() < forgetShare) await forgetFacts(journey);
      mend = (await faults[name]?.(player)) ?? mend;
      brokenFor = 1 + Math.floor(random() * longestFault);
      report.faults[name] = (report.faults[name] ?? 0) + 1;
    }
    // Truth is read over the API, so nothing is edited while that is broken.
    if (brokenFor === 0 && random() < 0.06) {
      await truths.note();
      report.trail.push(editElsewhere(sandbox, pick(trackerIds, random), random));
      await truths.note();
      report.edits += 1;
    }
    const tab = pick(player.tabs, random);
    await act(tab, player, report);
    // A page on its way elsewhere shows nothing that could be looked at.
    const seen = player.tabs.includes(tab) ? await glimpse(tab, truths).catch(() => null) : null;
    await blame(tab, seen?.wrong ?? []);
    report.unknown += seen?.unknown ?? 0;
    done += 1;
    if (done % actionsToCalm === 0) await calm();
    report.wrong.push(...complaints.splice(0));
    report.trail = report.trail.slice(-trailLength);
  }
  if (report.wrong.length === 0) {
    // What an overlay leaves behind shows where another has followed it in the same page.
    await updateExtension();
    await calm();
  }
  report.wrong.push(...complaints);
  await Promise.all([workers, ...player.tabs.map(({ page }) => page)].map((it) => it.close()));
  return report;
}

/** Of the worker and of content scripts, which have no address; the host's own have one of the host. */
const isOurs = (message: ConsoleMessage): boolean =>
  /^(?:error|warning)$/.test(message.type()) &&
  /^$|^chrome-extension:.*(?:background|content-scripts)/.test(message.location().url);

/** Does something in the tab that can be done there just now, if anything. */
async function act(tab: Tab, player: Player, { actions: counts, trail }: ChaosReport): Promise<void> {
  const { random, tabs } = player;
  for (let tries = 0; tries < mostTries; tries++) {
    const name = pickWeighted(
      Object.entries(actions).map(([it, [, weight]]) => [it, weight] as const),
      random,
    );
    const count = counts[name] ?? { done: 0, impossible: 0 };
    counts[name] = count;
    try {
      // A tab behind others draws no frames.
      await tab.page.bringToFront();
      if (random() < 0.3 && (await isAstray(tab))) await goSomewhere(tab, player);
      await actions[name]?.[0](tab, player);
      count.done += 1;
      trail.push(`${tabs.indexOf(tab)} ${tab.tracker}: ${name}`);
      break;
    } catch {
      // Not there to be touched, or the page just went elsewhere: people know that too.
      count.impossible += 1;
    }
  }
  await pause(random() * 120);
}
