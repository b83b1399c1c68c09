import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { forgetFacts } from "./forget-facts";
import { useJourney } from "./harness";
import { expectNoAxeFault, openOwnPage, picture, themes } from "./own-pages";
import { openPanelBeside } from "./panel";
import { jiraStage } from "./tracker-stage";

const journey = useJourney();
const stage = jiraStage(journey);
const open: Page[] = [];

beforeEach(async () => {
  await forgetFacts(journey);
  await stage.signIn("ana");
});
afterEach(async () => {
  journey.sandbox.jira.faults.length = 0;
  await Promise.all(open.splice(0).map((page) => page.close()));
});

async function panelAt(address: string): Promise<{ tab: Page; panel: Page }> {
  const tab = await journey.openJira(address);
  const panel = await openPanelBeside(journey, tab);
  open.push(panel);
  return { tab, panel };
}

/** Holds in light and in dark. */
async function expectSound(panel: Page, name: string): Promise<void> {
  for (const colorScheme of themes) {
    await panel.emulateMedia({ colorScheme });
    await picture(panel, `state-${name}-${colorScheme}`);
    await expectNoAxeFault(panel);
  }
}

test("beside a page of no tracker, beside a list, and where a ticket cannot be read, the panel says so and is sound", async () => {
  const elsewhere = await openOwnPage(journey, "sidepanel.html", {
    ...{ width: 400, height: 900, activeTab: { id: 1, url: "https://example.com/" } },
  });
  open.push(elsewhere);
  await elsewhere.getByText("Open a ticket, board or list").waitFor();
  await expectSound(elsewhere, "elsewhere");

  const { panel } = await panelAt(stage.list());
  await panel.getByText("This page is about no single ticket.").waitFor();
  await expectSound(panel, "no-ticket");

  await forgetFacts(journey);
  journey.sandbox.jira.faults.push({
    match: ({ url }) => /\/rest\/api\/3\/(issue|project)/.test(url),
    respond: () => new Response("", { status: 500 }),
  });
  const { panel: unread } = await panelAt(stage.addressOf("ATL-12"));
  await unread.getByText("The tracker has trouble of its own.").waitFor();
  await expectSound(unread, "unread");
  journey.sandbox.jira.faults.length = 0;
  await expect
    .poll(
      async () => {
        const again = unread.getByRole("button", { name: "Try again" });
        if (await again.isVisible()) await again.click();
        return unread.getByRole("heading", { name: "Problem statement" }).count();
      },
      { timeout: 60_000, interval: 2_000 },
    )
    .toBe(1);
});

test("many orphans selected, bets searched, and every step of the guided run are sound", async () => {
  const { tab, panel } = await panelAt(stage.list());
  await tab.locator('plumbline-badge[data-state="orphan"]').first().waitFor();
  await panel.getByRole("tab", { name: "Orphans" }).click();
  await panel.getByRole("checkbox", { name: /^Select all/ }).check();
  await panel.getByLabel("Search all known bets").fill("a");
  await panel.getByRole("list", { name: "Bets found" }).waitFor();
  await expectSound(panel, "bulk");

  await panel.getByRole("tab", { name: "Sheets" }).click();
  await panel.locator(".bets button").first().click();
  await panel.getByRole("button", { name: "Run this in 30 minutes" }).click();
  for (const step of ["Prepare", "Work", "Commit"]) {
    await panel
      .getByRole("button", { name: new RegExp(`${step}`) })
      .first()
      .click();
    await expectSound(panel, `guide-${step.toLowerCase()}`);
  }
});

test("what waits for one's own signature is shown with its text and signed there", async () => {
  await stage.signIn("raj");
  const { tab, panel } = await panelAt(stage.list());
  await tab.locator('plumbline-badge[data-state="aligned"]').first().waitFor();
  await panel.getByRole("tab", { name: "Waiting for me" }).click();
  await panel.getByRole("button", { name: "See who signed, and sign" }).first().click();
  await panel
    .getByText(/^Checked at/)
    .first()
    .waitFor();
  await expectSound(panel, "waiting");
});
