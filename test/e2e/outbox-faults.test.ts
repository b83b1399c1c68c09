import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { signedOut } from "../sandbox/jira/common-faults";
import { type ExtensionDesk, openDesk } from "./extension-desk";
import { forgetFacts } from "./forget-facts";
import { useJourney } from "./harness";
import { expectNoAxeFault, picture } from "./own-pages";
import { openPanelBeside } from "./panel";
import { jiraStage, linearStage, type StagedStatement, type TrackerStage } from "./tracker-stage";
import { writtenStatement } from "./write-statement";

const journey = useJourney();
const [jira, linear] = [jiraStage(journey), linearStage(journey)];
const dearer = "About 90,000 EUR of orders a month";
let desk: ExtensionDesk;
const open: Page[] = [];

beforeEach(async () => {
  await forgetFacts(journey);
  desk = await openDesk(journey);
});
afterEach(async () => {
  await journey.context.setOffline(false);
  journey.sandbox.jira.faults.length = 0;
  journey.sandbox.linear.faults.length = 0;
  await Promise.all(open.splice(0).map((page) => page.close()));
  await desk.close();
});

/** Ana on a ticket with a statement by Raj. */
async function begin(stage: TrackerStage): Promise<{ tab: Page; panel: Page; it: StagedStatement }> {
  await stage.signIn("ana");
  const it = stage.sow({
    ...{ who: writtenStatement["Today, who"], problem: writtenStatement["has which problem"] },
    ...{ evidence: [writtenStatement["How we know"]], cost: writtenStatement["which costs"] },
    ...{ successSignal: writtenStatement["It is solved when"], workaround: null, nonGoals: [] },
    author: stage.accountOf("raj"),
  });
  const tab = await journey.context.newPage();
  await tab.goto(stage.addressOf(it.key));
  const panel = await openPanelBeside(journey, tab);
  open.push(tab, panel);
  await panel.getByText(/^Checked at/).waitFor();
  return { tab, panel, it };
}
const costOf = (stage: TrackerStage, { object }: StagedStatement) => stage.statementOf(object)?.cost;

/** Saves what stands in the form, and waits until the panel says why it waits. */
async function saveInto(panel: Page, why: RegExp, name: string): Promise<void> {
  await panel.getByRole("button", { name: "Save", exact: true }).click();
  await panel.getByText(why).first().waitFor();
  await picture(panel, `outbox-${name}`);
  await expectNoAxeFault(panel);
}
const jiraWrites = (object: string) =>
  journey.sandbox.jira.requests.filter(
    ({ method, path, status }) =>
      method === "PUT" && status < 300 && path.endsWith(`/issue/${object}/properties/plumbline.statement`),
  ).length;
const cost = (panel: Page) => panel.getByLabel("which costs", { exact: true });

test("offline, a save waits in the browser and says why; with the network back it is in Jira, once", async () => {
  const { tab, panel, it } = await begin(jira);
  await cost(panel).fill(dearer);
  await journey.context.setOffline(true);
  await saveInto(panel, /Saved here\. The tracker could not be reached/, "offline-jira");
  expect(jiraWrites(it.object)).toBe(0);
  // Closed meanwhile: it is the browser that keeps it.
  await panel.close();
  await journey.context.setOffline(false);
  await tab.reload();
  await expect.poll(() => costOf(jira, it), { timeout: 90_000 }).toBe(dearer);
  await tab.waitForTimeout(1_000);
  expect(jiraWrites(it.object)).toBe(1);
});

test("signed out of Jira, what waits says so; signed in again it is sent, once", async () => {
  const { tab, panel, it } = await begin(jira);
  const { object } = it;
  await cost(panel).fill(dearer);
  // The session ends between the moment when Jira says who it is and the write.
  journey.sandbox.jira.faults.push({
    ...signedOut(),
    match: ({ url }) => url.includes("/rest/") && !url.endsWith("/myself"),
  });
  await saveInto(panel, /Saved here\. You are signed out of the tracker/, "signed-out-jira");
  expect(jiraWrites(object)).toBe(0);
  journey.sandbox.jira.faults.length = 0;
  await tab.reload();
  await expect.poll(() => costOf(jira, it), { timeout: 90_000 }).toBe(dearer);
  await panel.getByText("Saved in the tracker.").waitFor();
  expect(jiraWrites(object)).toBe(1);
});

test("with Jira's last page closed a save waits for the next one, through a killed worker", async () => {
  const { tab, panel, it } = await begin(jira);
  await cost(panel).fill(dearer);
  await tab.close();
  await saveInto(panel, /Saved here\. The tracker could not be reached/, "no-page-jira");
  await desk.stopWorker();
  await panel.waitForTimeout(1_000);
  expect(jiraWrites(it.object)).toBe(0);
  const next = await journey.context.newPage();
  open.push(next);
  await next.goto(jira.addressOf(it.key));
  await expect.poll(() => costOf(jira, it), { timeout: 90_000 }).toBe(dearer);
  await panel.getByText("Saved in the tracker.").waitFor();
  expect(jiraWrites(it.object)).toBe(1);
});

test("a save into Linear waits while Linear is out of reach, and while its key is refused, and lands once", async () => {
  const { tab, panel, it } = await begin(linear);
  const { faults, store } = journey.sandbox.linear;
  let changes = 0;
  store.onChange(({ model, action }) => {
    if (model === "Document" && action === "update") changes += 1;
  }, new AbortController().signal);
  const isPublic = ({ host }: { host: string }) => host === "api.linear.app";
  await cost(panel).fill(dearer);
  faults.push({ match: isPublic, respond: () => Response.error() });
  await saveInto(panel, /Saved here\. The tracker could not be reached/, "offline-linear");
  faults.length = 0;
  await tab.reload();
  await expect.poll(() => costOf(linear, it), { timeout: 90_000 }).toBe(dearer);
  await panel.getByText("Saved in the tracker.").waitFor();
  expect(changes).toBe(1);

  await cost(panel).fill("About 95,000 EUR of orders a month");
  const body = { errors: [{ message: "x", extensions: { code: "AUTHENTICATION_ERROR" } }] };
  faults.push({
    match: (request) => isPublic(request) && !/viewer/.test(request.query),
    respond: () => Response.json(body, { status: 401 }),
  });
  await saveInto(panel, /Saved here\. You are signed out of the tracker/, "signed-out-linear");
  faults.length = 0;
  await tab.reload();
  await expect.poll(() => costOf(linear, it), { timeout: 90_000 }).toMatch(/95,000/);
  expect(changes).toBe(2);
});
