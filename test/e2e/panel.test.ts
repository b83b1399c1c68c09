import type { Page } from "playwright-core";
import { afterEach, expect, test } from "vitest";
import { useJourney } from "./harness";
import { expectNoAxeFault, picture, themes } from "./own-pages";
import { openPanelBeside } from "./panel";

const journey = useJourney();

afterEach(async () => {
  for (const it of journey.context.pages()) if (it.url().startsWith("chrome-extension:")) await it.close();
});

const written = {
  "Today, who": "New buyers on their first order",
  "has which problem": "Their address is rejected when they live in a flat, and they leave",
  "How we know": "31 % of 1,204 checkouts in October ended at the address step",
  "which costs": "About 40,000 EUR of orders a month",
  "It is solved when": "Drop-off at the address step down from 31 % to 20 % by 2027-01-15",
};

async function write(panel: Page): Promise<void> {
  for (const [label, text] of Object.entries(written))
    await panel.getByLabel(label, { exact: true }).fill(text);
}

test("a statement is written, kept as a draft, saved into Jira, and signatures are asked for", async () => {
  const jira = await journey.openJira();
  await jira.locator('plumbline-badge[data-state="orphan"]').first().waitFor();
  const key = await jira.locator('plumbline-badge[data-state="orphan"]').first().getAttribute("data-key");
  await jira.goto(`${journey.sandbox.jira.baseUrl}/browse/${key}`);
  const panel = await openPanelBeside(journey, jira);
  await panel.getByRole("heading", { name: "Problem statement" }).waitFor();

  await panel.getByLabel("Today, who", { exact: true }).fill("Users");
  await panel.getByLabel("has which problem", { exact: true }).focus();
  await panel.getByText("This names nobody in particular.").waitFor();
  await write(panel);
  await picture(panel, "panel-statement-light");
  await expectNoAxeFault(panel);

  // Closed without saving, as after a crash.
  await panel.close();
  const again = await openPanelBeside(journey, jira, "dark");
  await again.getByText("This is what you were writing when you left.").waitFor();
  expect(await again.getByLabel("which costs", { exact: true }).inputValue()).toBe(written["which costs"]);
  await again.getByRole("button", { name: "Save", exact: true }).click();
  await again.getByText("Saved in the tracker.").waitFor();
  await again.getByText("You wrote it, so somebody else has to sign.").waitFor();
  await again.getByRole("button", { name: "Ask for signatures" }).click();
  await again.getByText("Asked in a comment.").waitFor();
  await picture(again, "panel-asked-dark");
  await expectNoAxeFault(again);
});

test.each(themes)("every part of the panel is sound in %s", async (theme) => {
  const jira = await journey.openJira();
  await jira.locator('plumbline-badge[data-state="orphan"]').first().waitFor();
  const panel = await openPanelBeside(journey, jira, theme);
  for (const [tab, seen] of [
    ["Orphans", "Link"],
    ["Sheets", "Sheet"],
    ["Waiting for me", ""],
  ] as const) {
    await panel.getByRole("tab", { name: tab }).click();
    await panel.getByRole("tabpanel").getByText(seen).first().waitFor();
    await panel.waitForTimeout(500);
    await picture(panel, `panel-${tab.toLowerCase().replaceAll(" ", "-")}-${theme}`);
    await expectNoAxeFault(panel);
  }
});
