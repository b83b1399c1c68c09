import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { type ExtensionDesk, openDesk } from "./extension-desk";
import { companyWithGate, isReady } from "./gate-company";
import { useJourney } from "./harness";
import { waitForOneEach } from "./jira-units";

const journey = useJourney({ company: companyWithGate("block"), linearKey: null });
let desk: ExtensionDesk;
journey.whenStarted(async () => {
  desk = await openDesk(journey);
});
afterAll(() => desk.close());

const sentence = /stays out of the sprint: .+ Open Plumbline to fix it\./;

/** A ticket of the backlog that is or is not ready, and the sprint to come. */
function aTicket(ready: boolean) {
  const { jira } = journey.sandbox;
  const future = jira.sprints.find(({ state }) => state === "future");
  const ticket = [...jira.issues.values()].find(
    (it) => it.type.hierarchyLevel === 0 && it.sprintIds.length === 0 && isReady(jira, it) === ready,
  );
  if (!future || !ticket) throw new Error("The seed has no such ticket.");
  return { ticket, future };
}

/** Moves a ticket by the "…" of its row, wherever the list has it. */
async function moveTo(page: Page, key: string, sprint: string): Promise<void> {
  await waitForOneEach(page, 10);
  const row = page.locator(`[data-testid="software-backlog.card-list.card.content-container.${key}"]`);
  const scroller = page.locator(".backlog-scroller");
  for (let top = 0; (await row.count()) === 0 && top < 20_000; top += 300)
    await scroller.evaluate((it, to) => it.scrollTo(0, to), top);
  await row.getByLabel("More actions").click();
  await row.getByRole("menuitem", { name: sprint, exact: true }).click();
}

/** What the page's own script gets from the tracker for a request of this shape. */
const rank = (page: Page, key: string, sprintId: number, how: "fetch" | "request" | "xhr" | "sync") =>
  page.evaluate(
    async ([key, sprintId, how]) => {
      const url = "/rest/greenhopper/1.0/sprint/rank";
      const place = { rapidViewId: 1, customFieldId: 10019, calculateNewIssuesOrder: false };
      const body = JSON.stringify({ idOrKeys: [key], sprintId, addToBacklog: false, ...place });
      const init = { method: "PUT", body, headers: { "Content-Type": "application/json" } };
      if (how === "fetch" || how === "request") {
        const response = await (how === "fetch" ? fetch(url, init) : fetch(new Request(url, init)));
        return { status: response.status, text: await response.text() };
      }
      const xhr = new XMLHttpRequest();
      xhr.open("PUT", url, how === "xhr");
      xhr.setRequestHeader("Content-Type", "application/json");
      const states: number[] = [];
      xhr.onreadystatechange = () => states.push(xhr.readyState);
      const ended = new Promise((resolve) => xhr.addEventListener("loadend", resolve));
      xhr.send(body);
      if (how === "xhr") await ended;
      return { status: xhr.status, text: xhr.responseText, states };
    },
    [key, sprintId, how] as const,
  );

test("a ticket that is not signed off stays out of the sprint, Jira's own page takes it back and says why", async () => {
  const { ticket, future } = aTicket(false);
  const page = await journey.openJira();
  await moveTo(page, ticket.key, future.name);
  await page.getByText(sentence).waitFor();
  expect(ticket.sprintIds).toEqual([]);
  await page.screenshot({ path: ".output/gate-jira-blocked.png" });
});

test("a ticket that is signed off goes in", async () => {
  const { ticket, future } = aTicket(true);
  const page = await journey.openJira();
  await moveTo(page, ticket.key, future.name);
  await expect.poll(() => ticket.sprintIds).toEqual([future.id]);
  expect(await page.getByText(sentence).count()).toBe(0);
});

test.each(["fetch", "request", "xhr"] as const)("by %s it is refused in Jira's own shape", async (how) => {
  const { ticket, future } = aTicket(false);
  const page = await journey.openJira();
  const { status, text } = await rank(page, ticket.key, future.id, how);
  expect([status, JSON.parse(text)]).toEqual([
    400,
    { errorMessages: [expect.stringMatching(sentence)], errors: {} },
  ]);
  expect(ticket.sprintIds).toEqual([]);
});

test("a ready ticket goes in by XMLHttpRequest as if nobody had looked", async () => {
  const { ticket, future } = aTicket(true);
  const page = await journey.openJira();
  const { status, text } = await rank(page, ticket.key, future.id, "xhr");
  expect([status, text]).toEqual([204, ""]);
  expect(ticket.sprintIds).toEqual([future.id]);
});

test("the question wakes a worker that sleeps", async () => {
  const { ticket, future } = aTicket(false);
  const page = await journey.openJira();
  await waitForOneEach(page, 10);
  await desk.stopWorker();
  expect((await rank(page, ticket.key, future.id, "fetch")).status).toBe(400);
});

test("moving a ticket about within its sprint is not entering it", async () => {
  const { jira } = journey.sandbox;
  const inside = [...jira.issues.values()].find((it) => {
    const isOpen = jira.sprints.some(({ id, state }) => it.sprintIds.includes(id) && state === "active");
    return isOpen && it.type.hierarchyLevel === 0 && !isReady(jira, it);
  });
  const page = await journey.openJira();
  const sprint = jira.sprints.find(({ id, state }) => inside?.sprintIds.includes(id) && state === "active");
  expect(await rank(page, inside?.key ?? "", sprint?.id ?? 0, "fetch")).toEqual({ status: 204, text: "" });
});

test("the page's scripts find fetch as it was, and cannot put themselves in the gate's place", async () => {
  const { ticket, future } = aTicket(false);
  const page = await journey.openJira();
  // Offers of a port of its own, and eyes on what messages go through.
  const seen = await page.evaluate(() => {
    const { port1, port2 } = new MessageChannel();
    let asked = 0;
    port1.onmessage = ({ data }) => {
      asked += 1;
      port1.postMessage({ of: data.ask, refusal: null });
    };
    document.dispatchEvent(new MessageEvent("plumbline:gate-offer", { ports: [port2] }));
    document.dispatchEvent(new Event("plumbline:gate-ready"));
    // The page's own framework sends messages, too.
    const isOurs = (it: unknown) => /"(ask|of|wrote)"/.test(JSON.stringify(it) ?? "");
    const post = MessagePort.prototype.postMessage;
    MessagePort.prototype.postMessage = function (this: MessagePort, ...args: unknown[]) {
      if (isOurs(args[0])) asked += 1;
      return Reflect.apply(post, this, args);
    };
    const data = Object.getOwnPropertyDescriptor(MessageEvent.prototype, "data");
    Object.defineProperty(MessageEvent.prototype, "data", {
      get(this: MessageEvent) {
        const it = data?.get?.call(this);
        if (!isOurs(it)) return it;
        asked += 1;
        return { of: 1, refusal: null };
      },
    });
    Object.assign(globalThis, { askedOfPage: () => asked });
    return [fetch.toString(), fetch.name, String(fetch.length), XMLHttpRequest.prototype.send.toString()];
  });
  expect(seen).toEqual([
    expect.stringContaining("[native code]"),
    "fetch",
    "1",
    expect.stringContaining("[native code]"),
  ]);
  expect((await rank(page, ticket.key, future.id, "fetch")).status).toBe(400);
  expect(
    await page.evaluate(() => (globalThis as unknown as { askedOfPage: () => number }).askedOfPage()),
  ).toBe(0);
});
