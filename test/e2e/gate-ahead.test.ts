import type { Locator, Page } from "playwright-core";
import { afterEach, expect, test } from "vitest";
import type { JiraIssue } from "../sandbox/jira/records";
import { dropIntoSprint } from "./drop-into-sprint";
import { companyWithGate, isReady } from "./gate-company";
import { useJourney } from "./harness";
import { waitForOneEach } from "./jira-units";
import { layoutShift } from "./layout-shift";
import { themes } from "./own-pages";

const company = companyWithGate("block");
// What is not verified in time stays out, so that only a verdict that was read before can let anything in.
company.policy.withoutFacts = "block";
const journey = useJourney({ company });
afterEach(() => {
  journey.sandbox.jira.faults.length = 0;
});

const rowOf = (page: Page, key: string): Locator =>
  page.locator(`[data-testid="software-backlog.card-list.card.content-container.${key}"]`);

/** A ticket of the backlog that is or is not ready, scrolled into view, and the sprint to come. */
async function seenTicket(page: Page, ready: boolean) {
  const { jira } = journey.sandbox;
  await waitForOneEach(page, 10);
  const future = jira.sprints.find(({ state }) => state === "future");
  const some = [...jira.issues.values()].filter(
    (it) => it.type.hierarchyLevel === 0 && it.sprintIds.length === 0 && isReady(jira, it) === ready,
  );
  const scroller = page.locator(".backlog-scroller");
  for (let top = 0; top < 20_000; top += 300) {
    for (const ticket of some)
      if (future && (await rowOf(page, ticket.key).count()) > 0) {
        await rowOf(page, ticket.key).scrollIntoViewIfNeeded();
        await waitForOneEach(page, 5);
        return { ticket, future };
      }
    await scroller.evaluate((it, to) => it.scrollTo(0, to), top);
  }
  throw new Error("The seed has no such ticket");
}

/** From now on Jira's public API answers later than the gate waits; gives what ends that. */
function holdUpTheApi(): () => void {
  const { faults } = journey.sandbox.jira;
  const fault = { match: ({ url }: { url: string }) => /\/rest\/api\/3\//.test(url), respond: () => 8_000 };
  faults.push(fault);
  return () => void faults.splice(faults.indexOf(fault), 1);
}
const bulkReads = () =>
  journey.sandbox.jira.requests.filter(({ path }) => path.endsWith("/issue/bulkfetch")).length;

/** Does something that shows what a person is about to move, and waits until the gate has read all that it reads then. */
async function readBehind(act: () => Promise<unknown>): Promise<void> {
  const before = bulkReads();
  await act();
  await expect.poll(bulkReads, { timeout: 15_000 }).toBeGreaterThan(before);
  let last = -1;
  const isQuiet = () => {
    const before = last;
    last = journey.sandbox.jira.requests.length;
    return last === before;
  };
  await expect.poll(isQuiet, { interval: 1_000, timeout: 15_000 }).toBe(true);
}
const goForMenu = (page: Page, key: string) =>
  readBehind(() => rowOf(page, key).getByLabel("More actions").focus());

test("a ticket that was read while the person went for its menu goes in without waiting", async () => {
  const page = await journey.openJira();
  const { ticket, future } = await seenTicket(page, true);
  await goForMenu(page, ticket.key);
  const letGo = holdUpTheApi();
  expect(await dropIntoSprint(page, [ticket.key], future.id)).toBe(204);
  letGo();
  expect(ticket.sprintIds).toEqual([future.id]);
});

test("tickets that were ticked one by one go in together without waiting", async () => {
  const { jira } = journey.sandbox;
  const page = await journey.openJira();
  const { ticket, future } = await seenTicket(page, true);
  const others = [...jira.issues.values()].filter(
    (it) => it !== ticket && it.type.hierarchyLevel === 0 && it.sprintIds.length === 0 && isReady(jira, it),
  );
  const seen: JiraIssue[] = [];
  for (const it of others) if ((await rowOf(page, it.key).count()) > 0) seen.push(it);
  const [other] = seen;
  if (other === undefined) throw new Error("There is no second one in sight");
  for (const { key } of [ticket, other])
    await readBehind(() => rowOf(page, key).getByLabel(`Select ${key}`).check());
  const letGo = holdUpTheApi();
  expect(await dropIntoSprint(page, [ticket.key, other.key], future.id)).toBe(204);
  letGo();
  expect([ticket.sprintIds, other.sprintIds]).toEqual([[future.id], [future.id]]);
});

test("once the page has sent anything else, what was read before counts for nothing", async () => {
  const page = await journey.openJira();
  const { ticket, future } = await seenTicket(page, true);
  await goForMenu(page, ticket.key);
  const letGo = holdUpTheApi();
  await page.evaluate(() => {
    void fetch("/rest/internal/3/issue/ATL-1/comment", { method: "POST", body: "{}" }).catch(() => 0);
  });
  expect(await dropIntoSprint(page, [ticket.key], future.id)).toBe(400);
  letGo();
  expect(ticket.sprintIds).toEqual([]);
});

test.each(themes)(
  "in %s, a ticket that would stay out says so while it is dragged, and a ready one does not",
  async (theme) => {
    const page = await journey.openJira();
    await page.goto(`${page.url()}?theme=${theme}`);
    const hint = page.locator("plumbline-sprint-notes .hint");
    for (const ready of [false, true]) {
      const { ticket } = await seenTicket(page, ready);
      const before = bulkReads();
      const box = await rowOf(page, ticket.key).locator(".row-summary").boundingBox();
      if (box === null) throw new Error("The row is not in view");
      await page.mouse.move(box.x + 20, box.y + 8);
      await page.mouse.down();
      await page.mouse.move(box.x + 30, box.y + 20, { steps: 4 });
      await expect.poll(bulkReads, { timeout: 15_000 }).toBeGreaterThan(before);
      for (let step = 0; step < 10; step += 1) {
        await page.mouse.move(box.x + 40 + step, box.y + 20);
        await page.waitForTimeout(100);
      }
      expect(await hint.allTextContents()).toEqual(
        ready ? [] : [expect.stringContaining(`${ticket.key} would stay out of a sprint`)],
      );
      if (!ready) expect(await hint.isVisible()).toBe(true);
      if (!ready) await page.screenshot({ path: `.output/gate-drag-hint-${theme}.png` });
      await page.keyboard.press("Escape");
      await page.mouse.up();
      await expect.poll(() => hint.count()).toBe(0);
    }
  },
);

test("each sprint's header says how many of its tickets are ready, moves nothing and comes back", async () => {
  const { jira } = journey.sandbox;
  const page = await journey.openJira();
  await waitForOneEach(page, 10);
  const notes = page.locator("[data-testid='software-backlog.card-list.left-side'] plumbline-sprint-notes");
  const shift = await layoutShift(page);
  const boxes = () =>
    page
      .locator(".section-header > *")
      .evaluateAll((all) => all.map((it) => JSON.stringify(it.getBoundingClientRect())));
  const before = await boxes();
  await notes.first().waitFor({ state: "attached", timeout: 30_000 });
  const expected = jira.sprints
    .filter(({ state }) => state !== "closed")
    .flatMap(({ id }) => {
      const inside = [...jira.issues.values()].filter(
        (it) => it.sprintIds.includes(id) && it.type.hierarchyLevel >= 0,
      );
      const ready = inside.filter((it) => isReady(jira, it)).length;
      return inside.length > 0 ? `${ready} ready, ${inside.length - ready} not` : [];
    });
  const texts = () => notes.locator(".pill").allTextContents();
  expect((await texts()).toSorted()).toEqual(expected.toSorted());
  expect(await boxes()).toEqual(before);
  expect((await layoutShift(page)).score).toBe(shift.score);
  await page.screenshot({ path: ".output/gate-sprint-notes.png" });
  await page.evaluate(() => {
    for (const it of document.querySelectorAll("plumbline-sprint-notes")) it.remove();
  });
  await expect.poll(async () => (await texts()).length).toBe(expected.length);
  await page.getByRole("link", { name: "Board", exact: true }).first().click();
  await expect.poll(() => page.locator("plumbline-sprint-notes").count()).toBe(0);
});

test("in Linear, whose headers have no mark that is known, the foot of the cycle's page says it of that cycle", async () => {
  const { linear } = journey.sandbox;
  const cycle = linear.store.all("Cycle").find(({ startsAt, endsAt }) => {
    const now = new Date().toISOString();
    return startsAt <= now && endsAt > now;
  });
  const page = await journey.openLinear(`/northwind/team/${linear.team.key}/cycle/${cycle?.number}`);
  const foot = page.locator("plumbline-sprint-notes[role=note]");
  await foot.locator(".pill").first().waitFor({ timeout: 30_000 });
  expect(await foot.locator(".pill").allTextContents()).toEqual([
    expect.stringMatching(new RegExp(`^${cycle?.name ?? cycle?.number}: \\d+ ready, \\d+ not$`)),
  ]);
  await page.screenshot({ path: ".output/gate-cycle-note.png" });
});
