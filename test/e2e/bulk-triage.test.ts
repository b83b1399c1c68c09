import type { Locator, Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { seedCompany } from "../sandbox/company/seed";
import { limitedUntil as jiraLimitedUntil } from "../sandbox/jira/common-faults";
import { limitedUntil as linearLimitedUntil } from "../sandbox/linear/common-faults";
import type { Fault as LinearFault } from "../sandbox/linear/traffic";
import { type ExtensionDesk, openDesk } from "./extension-desk";
import { forgetFacts } from "./forget-facts";
import { useJourney } from "./harness";
import { today } from "./jira-expected-badges";
import { expectNoAxeFault, picture } from "./own-pages";
import { openPanelBeside } from "./panel";
import { jiraStage, linearStage, type TrackerStage } from "./tracker-stage";

/** So many as a person may select; fewer by default, so that the suite stays quick (`BULK=500` for all). */
const many = Number(process.env.BULK ?? 60);

const company = seedCompany({ today: today() });
const like = company.tickets.find((it) => it.betId === null && it.parentNumber === null && it.lane === null);
if (like === undefined) throw new Error("The seed has no orphan.");
const first = Math.max(...company.tickets.map(({ number }) => number)) + 1;
for (let at = 0; at < many; at += 1)
  company.tickets.push({
    ...{ ...like, number: first + at, summary: `Wish ${at + 1} of many`, type: "Story" },
    ...{ sprintId: null, status: "todo", statement: null, labels: [], importedKey: null },
  });

const journey = useJourney({ company });
const [jira, linear] = [jiraStage(journey), linearStage(journey)];
let desk: ExtensionDesk;
const open: Page[] = [];

beforeEach(async () => {
  await forgetFacts(journey);
  desk = await openDesk(journey);
});
afterEach(async () => {
  journey.sandbox.jira.faults.length = 0;
  journey.sandbox.linear.faults.length = 0;
  await Promise.all(open.splice(0).map((page) => page.close()));
  await desk.close();
});

/** Which ticket each write was for that Linear took from the extension, by its lasting id. */
const linearWrites: string[] = [];
/** Writes that each of these tickets got and that its tracker did not refuse. */
const writes = {
  jira(keys: readonly string[]) {
    const { jira: site } = journey.sandbox;
    const counts = new Map<string, number>();
    for (const { method, path, status } of site.requests) {
      const id = method === "PUT" && status < 300 ? /\/issue\/(\d+)$/.exec(path)?.[1] : undefined;
      if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return keys.map((key) => counts.get(site.findIssue(key)?.id ?? "") ?? 0);
  },
  linear(keys: readonly string[]) {
    const { store } = journey.sandbox.linear;
    return keys.map((key) => {
      const id = store.all("Issue").find((it) => key.endsWith(`-${it.number}`))?.id;
      return linearWrites.filter((it) => it === id).length;
    });
  },
};
/** Hears, as the last of the faults, of every write that none of them answers; answers nothing itself. */
const hearLinear = (): LinearFault => ({
  match({ host, query, variables }) {
    if (host === "api.linear.app" && query.includes("issueUpdate(")) linearWrites.push(String(variables.id));
    return false;
  },
  respond: () => new Response(null, { status: 500 }),
});

/** Scrolls a list of everything to its end, in a window as high as lets one see much at once. */
async function seeAll(tab: Page, stage: TrackerStage, isEnough: () => Promise<boolean>): Promise<void> {
  const [path, scroller] =
    stage.tracker === "jira"
      ? [`${journey.sandbox.jira.baseUrl}/jira/software/projects/ATL/list`, ".BaseTable__body"]
      : [stage.list(), "[data-list-wrapper]"];
  await tab.setViewportSize({ width: 1200, height: 3_000 });
  await tab.goto(path);
  await tab.bringToFront();
  await expect
    .poll(
      async () => {
        const isAtEnd = await tab.locator(scroller).evaluate((it) => {
          it.scrollBy(0, it.clientHeight * 0.8);
          return it.scrollTop + it.clientHeight >= it.scrollHeight - 1;
        });
        if (isAtEnd) await tab.locator(scroller).evaluate((it) => it.scrollTo(0, 0));
        return isEnough();
      },
      { timeout: 60_000, interval: 400 },
    )
    .toBe(true);
  await tab.setViewportSize({ width: 1200, height: 800 });
}

test.each([jira, linear])(
  `in $tracker ${many} orphans are linked at once, each once, whatever happens meanwhile, and all is taken back`,
  async (stage) => {
    journey.sandbox.linear.faults.push(hearLinear());
    await stage.signIn("ana");
    const tab = await journey.context.newPage();
    open.push(tab);
    await tab.goto(stage.list());
    let panel = await openOrphans(tab);
    await seeAll(tab, stage, async () => (await openCount(panel)) >= many);
    // A page that draws no list anew with every change.
    await tab.goto(stage.addressOf(`ATL-${first}`));
    const titles = await panel.locator(".triage-list li .triage-go").allTextContents();
    const keys = titles.slice(0, many).map((it) => it.split(" ")[0] ?? "");
    expect(new Set(keys).size).toBe(many);
    // Some serve a bet that makes them no less orphans: it is put back as well.
    const before = new Map(keys.map((key) => [key, stage.betOf(key)]));
    const written = () => writes[stage.tracker](keys);
    const total = () => written().reduce((sum, it) => sum + it, 0);
    const callsBefore = journey.sandbox[stage.tracker].requests.length;
    const bet = stage.bets().find(({ title }) => title === "Match every invoice line to a parcel")?.id ?? "";
    /** Until so many of them were written in this round. */
    const inTheMiddle = async (round: number) => {
      const least = round * many + Math.ceil(many / 10);
      await expect.poll(total, { timeout: 60_000, interval: 10 }).toBeGreaterThanOrEqual(least);
    };
    /** Until all stand so, each written once in each round. */
    const standing = async (where: "linked" | "as before", rounds: number) => {
      const others = () =>
        keys.filter((key) => stage.betOf(key) !== (where === "linked" ? bet : (before.get(key) ?? null)));
      await expect.poll(others, { timeout: 300_000, interval: 250 }).toEqual([]);
      await panel.getByText(where === "as before" ? /Being taken back/ : "Plumbline tries again").waitFor({
        ...{ state: "hidden", timeout: 120_000 },
      });
      expect(written()).toEqual(keys.map(() => rounds));
    };

    // The worker is killed.
    const boxes = panel.locator(".triage-list li").getByRole("checkbox");
    await boxes.first().check();
    await boxes.nth(many - 1).click({ modifiers: ["Shift"] });
    await linkSelected(panel, bet);
    await inTheMiddle(0);
    await desk.stopWorker();
    expect(total()).toBeLessThan(many);
    await panel.bringToFront();
    await picture(panel, `bulk-${stage.tracker}`);
    await expectNoAxeFault(panel);
    await standing("linked", 1);
    await panel.getByText(`${many} of ${many} done`).waitFor();
    // One call writes; the looks at many together and the readings that follow are far fewer.
    expect(journey.sandbox[stage.tracker].requests.length - callsBefore).toBeLessThan(2 * many);

    // The panel is closed while all is taken back.
    await panel.getByRole("button", { name: "Undo" }).first().click();
    await inTheMiddle(1);
    await panel.close();
    expect(total()).toBeLessThan(2 * many);
    panel = await openOrphans(tab);
    await standing("as before", 2);
    await expect.poll(() => openCount(panel), { timeout: 30_000 }).toBeGreaterThanOrEqual(many);

    // The network goes, comes back, and then the tracker refuses everything for a while.
    await selectAgain(panel, keys);
    await linkSelected(panel, bet);
    await inTheMiddle(2);
    await journey.context.setOffline(true);
    await panel.getByText("Plumbline tries again by itself.").waitFor();
    expect(total()).toBeLessThan(3 * many);
    await panel.bringToFront();
    await picture(panel, `bulk-offline-${stage.tracker}`);
    await panel.close();
    limitFor(stage.tracker, 3_000);
    await journey.context.setOffline(false);
    await tab.reload();
    panel = await openOrphans(tab);
    await standing("linked", 3);
    expect(limitsHit(stage.tracker)).toBeGreaterThan(0);

    // Undo outlives the panel.
    await panel.close();
    panel = await openOrphans(tab);
    await panel.getByText(`Linked ${many} orphans to Match every invoice line to a parcel.`).waitFor();
    await panel.bringToFront();
    await picture(panel, `bulk-undo-${stage.tracker}`);
    await panel.getByRole("button", { name: "Undo" }).first().click();
    await standing("as before", 4);
  },
  900_000,
);

async function openOrphans(tab: Page): Promise<Page> {
  const panel = await openPanelBeside(journey, tab);
  open.push(panel);
  await panel.getByRole("tab", { name: "Orphans" }).click();
  await panel.getByText(/^\d+ open$/).waitFor();
  return panel;
}
const numberIn = async (it: Locator) => Number.parseInt((await it.first().textContent()) ?? "", 10);
const openCount = (panel: Page) => numberIn(panel.getByText(/^\d+ open$/));

/** Selects these, wherever the list has them by now, once it has them all. */
async function selectAgain(panel: Page, keys: readonly string[]): Promise<void> {
  const boxes = panel.locator(".triage-list").getByRole("checkbox");
  const labels = keys.map((key) => `Select ${key}`);
  const shown = () => boxes.evaluateAll((all) => all.map((it) => it.getAttribute("aria-label")));
  const missing = async () => {
    const there = await shown();
    return labels.filter((it) => !there.includes(it));
  };
  await expect.poll(missing, { timeout: 60_000 }).toEqual([]);
  await boxes.evaluateAll((all, labels) => {
    for (const it of all)
      if (labels.includes(it.getAttribute("aria-label") ?? "")) (it as HTMLElement).click();
  }, labels);
}

async function linkSelected(panel: Page, bet: string): Promise<void> {
  await panel.getByLabel("Bet", { exact: true }).selectOption(bet);
  await panel.getByRole("button", { name: `Link ${many}`, exact: true }).click();
}

/** The tracker refuses every call for so long, because there were too many. */
function limitFor(tracker: "jira" | "linear", ms: number): void {
  const until = new Date(Date.now() + ms);
  if (tracker === "jira") journey.sandbox.jira.faults.push(jiraLimitedUntil(until));
  else journey.sandbox.linear.faults.unshift(linearLimitedUntil(until));
}
const limitsHit = (tracker: "jira" | "linear") =>
  journey.sandbox[tracker].requests.filter(({ status }) => status === (tracker === "jira" ? 429 : 400))
    .length;
