import type { Page } from "playwright-core";
import { afterEach, expect, test } from "vitest";
import { openDesk } from "./extension-desk";
import { companyWithGate, isReady } from "./gate-company";
import { useJourney } from "./harness";
import { expectNoAxeFault, openPopup, picture, themes } from "./own-pages";
import { openPanelBeside } from "./panel";

const journey = useJourney({ company: companyWithGate("block"), linearKey: null });
let refused = 0;
const sentence = /Plumbline could not look whether anything got into a sprint past the gate/;

/** Jira gives nobody its boards, by which sprints are found; the rest of it works. */
function closeBoards(): void {
  refused = 0;
  journey.sandbox.jira.faults.push({
    match: ({ url }) => new URL(url).pathname.startsWith("/rest/agile/1.0/board"),
    respond() {
      refused += 1;
      return Response.json({ errorMessages: ["You may not see boards."] }, { status: 403 });
    },
  });
}
function openBoards(): void {
  journey.sandbox.jira.faults.length = 0;
}
afterEach(async () => {
  openBoards();
  for (const it of journey.context.pages()) if (it.url().startsWith("chrome-extension:")) await it.close();
});

async function expectSaid(own: Page): Promise<void> {
  await own.getByText(sentence).waitFor({ timeout: 20_000 });
  await own.getByText(/You may not see boards\./).waitFor();
}

test.each(themes)(
  "sprints that could not be looked after are told of, with one press that looks, in %s",
  async (theme) => {
    closeBoards();
    const jira = await journey.openJira();
    // While the page is in front.
    await expect.poll(() => refused, { timeout: 20_000 }).toBeGreaterThan(0);
    const desk = await openDesk(journey);
    const mark = () => desk.markOf(jira);
    const title = expect.stringContaining("Plumbline could not look after the sprints here.");
    await expect.poll(mark).toEqual({ text: "!", title });
    const popup = await openPopup(journey, jira, theme);
    await expectSaid(popup);
    await expectNoAxeFault(popup);
    await picture(popup, `popup-sweep-trouble-${theme}`);
    const look = popup.getByRole("button", { name: "Look now" });
    await look.click();
    await popup.getByText("It is still not possible.").waitFor();
    openBoards();
    await look.click();
    await popup.getByText("Plumbline has looked.").waitFor();
    await expect.poll(() => popup.getByText(sentence).count()).toBe(0);
    await expect.poll(mark).toEqual({ text: "", title: expect.not.stringContaining("sprints") });
  },
);

test("the panel says it where it tells of the gate, and what got in meanwhile goes back once it looks again", async () => {
  const { jira } = journey.sandbox;
  const future = jira.sprints.find(({ state }) => state === "future");
  const ticket = [...jira.issues.values()].find(
    (it) => it.type.hierarchyLevel === 0 && it.sprintIds.length === 0 && !isReady(jira, it),
  );
  if (!future || !ticket) throw new Error("The seed has no such ticket");
  const page = await journey.openJira(`/issues/?jql=${encodeURIComponent(`key = ${ticket.key}`)}`);
  const row = page
    .locator('tr[data-testid="native-issue-table.ui.issue-row"]')
    .filter({ hasText: ticket.key });
  await row.waitFor();
  // Its first look is through.
  await page.waitForTimeout(6_000);
  closeBoards();
  await row.getByLabel("Edit Sprint").click();
  await row.getByLabel("Sprint", { exact: true }).selectOption(String(future.id));
  await expect.poll(() => refused, { timeout: 20_000 }).toBeGreaterThan(0);
  const panel = await openPanelBeside(journey, page);
  await panel.getByRole("tab", { name: "Gate", exact: true }).click();
  await expectSaid(panel);
  expect(ticket.sprintIds).toEqual([future.id]);
  await picture(panel, "panel-sweep-trouble");
  openBoards();
  await panel.getByRole("button", { name: "Look now" }).click();
  await panel.getByText("Plumbline has looked.").waitFor({ timeout: 20_000 });
  expect(ticket.sprintIds).toEqual([]);
});
