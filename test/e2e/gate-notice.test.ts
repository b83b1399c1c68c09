import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { writeBreakGlass } from "../../shared/domain/break-glass";
import { textToAdf } from "../sandbox/jira/adf";
import { addComment } from "../sandbox/jira/comments";
import type { JiraIssue } from "../sandbox/jira/records";
import { formIsClosed, formOver } from "./capture-frame";
import { type ExtensionDesk, openDesk } from "./extension-desk";
import { companyWithGate, isReady } from "./gate-company";
import { useJourney } from "./harness";
import { layoutShift } from "./layout-shift";
import { expectNoAxeFault, openOwnPage, picture, tabTo } from "./own-pages";

const journey = useJourney({ company: companyWithGate("block") });
const notice = (page: Page) => page.locator("plumbline-gate-notice");
const used = new Set<string>();

/** Of its own or from above. */
function hasStatement(issue: JiraIssue): boolean {
  const { issues } = journey.sandbox.jira;
  for (let it: JiraIssue | undefined = issue; it; it = issues.get(it.parentId ?? ""))
    if (it.properties.has("plumbline.statement")) return true;
  return false;
}
function aTicket(fits: (issue: JiraIssue) => boolean = () => true): JiraIssue {
  const { jira } = journey.sandbox;
  const found = [...jira.issues.values()].find(
    (it) =>
      it.type.hierarchyLevel === 0 &&
      it.sprintIds.length === 0 &&
      !isReady(jira, it) &&
      fits(it) &&
      !used.has(it.key),
  );
  if (!found) throw new Error("The seed has no such ticket");
  used.add(found.key);
  return found;
}
const future = () => {
  const found = journey.sandbox.jira.sprints.find(({ state }) => state === "future");
  if (!found) throw new Error("The seed has no sprint to come");
  return found;
};

/** Puts a ticket into a sprint by the cell of the navigator, whose request nobody knows. */
async function enterUnseen(page: Page, { key }: JiraIssue): Promise<void> {
  const row = page.locator('tr[data-testid="native-issue-table.ui.issue-row"]').filter({ hasText: key });
  await row.getByLabel("Edit Sprint").click();
  await row.getByLabel("Sprint", { exact: true }).selectOption(String(future().id));
}
const navigator = (ticket: JiraIssue, theme = "light") =>
  journey.openJira(`/issues/?jql=${encodeURIComponent(`key = ${ticket.key}`)}&theme=${theme}`);

/** Presses Tab until a button of the notice with such a name has the focus. */
async function tabIntoNotice(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const inside = document.activeElement?.shadowRoot?.activeElement;
      return inside?.getAttribute("aria-label") ?? inside?.textContent ?? "";
    });
    if (name.test(focused)) return;
  }
  throw new Error(`the keyboard does not reach ${name}`);
}

test.each(["light", "dark"] as const)(
  "in the %s, what slipped past the page goes back, and a notice over it says what, why, and what to do",
  async (theme) => {
    const ticket = aTicket((it) => !hasStatement(it));
    const page = await navigator(ticket, theme);
    await enterUnseen(page, ticket);
    const said = `${ticket.key} was taken out of ${future().name} and is back in the backlog: it has no problem statement.`;
    await notice(page).getByText(said).waitFor({ timeout: 20_000 });
    expect(ticket.sprintIds).toEqual([]);
    // The page itself shows the truth, without being loaded anew.
    await expect
      .poll(() => page.locator('[data-testid$="view-sprint-content"]').first().textContent())
      .toBe("None");
    expect((await layoutShift(page)).moved.filter((it) => it.includes("plumbline"))).toEqual([]);
    await expectNoAxeFault(page, "plumbline-gate-notice");
    await picture(page, `gate-notice-${theme}`);

    await notice(page)
      .getByRole("button", { name: `Undo: put ${ticket.key} into ${future().name} again` })
      .click();
    await notice(page).getByText(`${ticket.key} still has to stay out`).waitFor();
    expect(ticket.sprintIds).toEqual([]);
    await notice(page)
      .getByRole("button", { name: `Fix it: open the statement of ${ticket.key}` })
      .click();
    const form = await formOver(page);
    await form.getByRole("heading", { name: new RegExp(`^${ticket.key} `) }).waitFor();
    await form.getByRole("button", { name: "Close", exact: true }).first().click();
    await formIsClosed(page);

    const tom = journey.sandbox.jira.users.find(({ personId }) => personId === "tom");
    if (!tom) throw new Error("Nobody is called tom");
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const text = writeBreakGlass({ object: ticket.id, reason: "Payments are down", until });
    addComment(journey.sandbox.jira, tom, ticket.key, textToAdf(text));
    await notice(page).getByRole("button", { name: /^Undo/ }).click();
    await notice(page).getByText(`${ticket.key} is in ${future().name} again.`).waitFor();
    expect(ticket.sprintIds).toEqual([future().id]);
    await page.keyboard.press("Escape");
    await notice(page).waitFor({ state: "detached" });
  },
);

test("it is reached and left by the keyboard, takes no focus, and obeys no script of the page", async () => {
  const ticket = aTicket();
  const page = await navigator(ticket);
  await enterUnseen(page, ticket);
  await notice(page).getByText(ticket.key).waitFor({ timeout: 20_000 });
  expect(await page.evaluate(() => document.activeElement?.localName)).not.toBe("plumbline-gate-notice");
  await page.evaluate(() => {
    const { shadowRoot } = document.querySelector("plumbline-gate-notice") as HTMLElement;
    for (const it of shadowRoot?.querySelectorAll("button") ?? []) it.click();
  });
  await page.waitForTimeout(500);
  expect(await notice(page).count()).toBe(1);
  await tabIntoNotice(page, /^Fix it/);
  await page.keyboard.press("Escape");
  await notice(page).waitFor({ state: "detached" });
});

test("a worker that is killed right after the move is not needed for it, and nobody is told twice", async () => {
  const ticket = aTicket();
  const page = await navigator(ticket);
  const desk: ExtensionDesk = await openDesk(journey);
  await page.bringToFront();
  await enterUnseen(page, ticket);
  await expect.poll(() => ticket.sprintIds, { timeout: 10_000 }).toEqual([future().id]);
  await desk.stopWorker();
  await page.evaluate(() => void window.dispatchEvent(new Event("focus")));
  await expect.poll(() => ticket.sprintIds, { timeout: 30_000 }).toEqual([]);
  await notice(page).getByText(ticket.key).waitFor({ timeout: 20_000 });
  await page.evaluate(() => void window.dispatchEvent(new Event("focus")));
  await page.waitForTimeout(1_500);
  expect(await notice(page).getByRole("listitem").count()).toBe(1);
  await desk.close();
});

test("two tabs of the site sweep once", async () => {
  const ticket = aTicket();
  const [page, other] = [await navigator(ticket), await journey.openJira()];
  await page.bringToFront();
  await enterUnseen(page, ticket);
  await other.evaluate(() => void window.dispatchEvent(new Event("focus")));
  await expect.poll(() => ticket.sprintIds, { timeout: 20_000 }).toEqual([]);
  await page.waitForTimeout(6_000);
  const back = ticket.changelog.flatMap(({ items }) => items).filter(({ field }) => field === "Sprint");
  expect(back.map(({ to }) => to)).toEqual([String(future().id), ""]);
});

test("it speaks German to whom the person's language is German", async () => {
  const options = await openOwnPage(journey, "options.html");
  await tabTo(options, /Language of pages and badges/);
  await options.keyboard.type("Deutsch");
  await options.getByRole("heading", { name: "Plumbline: Einstellungen" }).waitFor();
  await options.close();
  const ticket = aTicket();
  const page = await navigator(ticket);
  await enterUnseen(page, ticket);
  await notice(page)
    .getByText(`${ticket.key} wurde aus ${future().name} genommen und ist wieder im Backlog`)
    .waitFor({ timeout: 20_000 });
  await picture(page, "gate-notice-de");
});
