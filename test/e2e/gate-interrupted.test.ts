import type { Page } from "playwright-core";
import { afterEach, describe, expect, test } from "vitest";
import { openWorkerSwitch } from "../tools/worker-switch";
import { dropIntoSprint } from "./drop-into-sprint";
import { openDesk } from "./extension-desk";
import { forgetFacts } from "./forget-facts";
import { companyWithGate, isReady } from "./gate-company";
import { useJourney } from "./harness";
import { waitForOneEach } from "./jira-units";
import { expectNoAxeFault, openPopup, picture } from "./own-pages";
import { sweptPage } from "./swept-page";
import { jiraStage } from "./tracker-stage";

const journey = useJourney({ company: companyWithGate("block"), linearKey: null, updatable: true });
const stage = jiraStage(journey);
const used = new Set<string>();

/** A ticket of the backlog that would be kept out, another one at each call, and the sprint to come. */
function aTicket() {
  const { jira } = journey.sandbox;
  const future = jira.sprints.find(({ state }) => state === "future");
  const ticket = [...jira.issues.values()].find(
    (it) =>
      it.type.hierarchyLevel === 0 && it.sprintIds.length === 0 && !isReady(jira, it) && !used.has(it.key),
  );
  if (!future || !ticket) throw new Error("The seed has no such ticket");
  used.add(ticket.key);
  return { ticket, future };
}

/** From now on what a verdict is made of comes later than the gate waits, so often; gives how often it was asked for. */
function holdUp(times = 1_000): () => number {
  let asked = 0;
  journey.sandbox.jira.faults.push({
    match: ({ url }) => new URL(url).pathname === "/rest/api/3/issue/bulkfetch",
    respond() {
      asked += 1;
      return 8_000;
    },
    times,
  });
  return () => asked;
}

/** What the page's own script gets for a ticket that it drops into a sprint: a status, or the words of what it caught. */
const dropped = (page: Page, key: string, sprint: number): Promise<number | string> =>
  dropIntoSprint(page, [key], sprint).catch((error: Error) => error.message);

async function sweptBacklog(): Promise<Page> {
  const page = await sweptPage(journey, "atlassian.net", journey.openJira);
  await waitForOneEach(page, 10);
  // So that what is asked from now on is asked for the move.
  const { requests } = journey.sandbox.jira;
  for (let before = -1; before !== requests.length; ) {
    before = requests.length;
    await page.waitForTimeout(1_000);
  }
  return page;
}

afterEach(async () => {
  journey.sandbox.jira.faults.length = 0;
  await journey.context.setOffline(false);
});

describe("in the middle of the gate's question", () => {
  test("the worker is killed: the next one answers", async () => {
    const { ticket, future } = aTicket();
    const page = await sweptBacklog();
    const workers = await openWorkerSwitch(journey.context);
    await page.bringToFront();
    const asked = holdUp(1);
    const answer = dropped(page, ticket.key, future.id);
    await expect.poll(asked).toBe(1);
    await workers.stop();
    expect(await answer).toBe(400);
    expect(ticket.sprintIds).toEqual([]);
    await workers.close();
  });

  test.each<["allow-and-flag" | "block", RegExp]>([
    // As without the gate, the page hears of the network from the network itself.
    ["allow-and-flag", /Failed to fetch/],
    ["block", /^400$/],
  ])("the network goes away, and facts that cannot be had mean %s", async (withoutFacts, said) => {
    const restore = stage.rule((policy) => ({ ...policy, withoutFacts }));
    await forgetFacts(journey);
    const { ticket, future } = aTicket();
    const page = await sweptBacklog();
    const asked = holdUp();
    const answer = dropped(page, ticket.key, future.id);
    await expect.poll(asked).toBeGreaterThan(0);
    await journey.context.setOffline(true);
    expect(String(await answer)).toMatch(said);
    expect(ticket.sprintIds).toEqual([]);

    await journey.context.setOffline(false);
    journey.sandbox.jira.faults.length = 0;
    expect(await dropped(page, ticket.key, future.id)).toBe(400);
    expect(ticket.sprintIds).toEqual([]);
    restore();
  });

  test("the extension is updated: the request goes on as it would without the gate", async () => {
    const { ticket, future } = aTicket();
    const page = await sweptBacklog();
    const asked = holdUp();
    const answer = dropped(page, ticket.key, future.id);
    await expect.poll(asked).toBeGreaterThan(0);
    await journey.updateExtension();
    expect(await answer).toBe(204);
    expect(ticket.sprintIds).toEqual([future.id]);
  });

  test("a page that was open during an update says that it is not guarded, until it is loaded anew", async () => {
    const page = await sweptBacklog();
    await journey.updateExtension();
    await waitForOneEach(page, 10);
    const desk = await openDesk(journey);
    const unguarded = "The gate does not watch this page yet.";
    await expect.poll(async () => (await desk.markOf(page)).title).toContain(unguarded);
    await desk.close();
    const popup = await openPopup(journey, page);
    await popup.getByText(unguarded).waitFor();
    await expectNoAxeFault(popup);
    await picture(popup, "popup-unguarded-light");
    const loaded = page.waitForEvent("load");
    await popup.getByRole("button", { name: "Reload the page" }).click();
    await loaded;
    await waitForOneEach(page, 10);
    const { ticket, future } = aTicket();
    expect(await dropped(page, ticket.key, future.id)).toBe(400);
    const after = await openPopup(journey, page);
    await after.getByText("aligned").first().waitFor();
    expect(await after.getByText(unguarded).count()).toBe(0);
  });
});
