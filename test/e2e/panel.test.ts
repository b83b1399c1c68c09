import { afterEach, expect, test } from "vitest";
import { useJourney } from "./harness";
import { expectNoAxeFault, openPopup, picture, themes } from "./own-pages";
import { openPanelBeside } from "./panel";
import { writeStatementIn, writtenStatement } from "./write-statement";

const journey = useJourney();

afterEach(async () => {
  for (const it of journey.context.pages()) if (it.url().startsWith("chrome-extension:")) await it.close();
});

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
  await writeStatementIn(panel);
  await picture(panel, "panel-statement-light");
  await expectNoAxeFault(panel);

  // Closed without saving, as after a crash.
  await panel.close();
  const again = await openPanelBeside(journey, jira, "dark");
  await again.getByText("This is what you were writing when you left.").waitFor();
  expect(await again.getByLabel("which costs", { exact: true }).inputValue()).toBe(
    writtenStatement["which costs"],
  );
  await again.getByRole("button", { name: "Save", exact: true }).click();
  await again.getByText("Saved in the tracker.").waitFor();
  await again.getByText("You wrote it, so somebody else has to sign.").waitFor();
  await again.getByRole("button", { name: "Ask for signatures" }).click();
  await again.getByText("Asked in a comment.").waitFor();
  await picture(again, "panel-asked-dark");
  await expectNoAxeFault(again);
});

test("the popup's button opens the browser's own side panel", async () => {
  const jira = await journey.openJira();
  await jira.locator("plumbline-badge").first().waitFor();
  const popup = await openPopup(journey, jira);
  await popup.getByRole("button", { name: "Write, sign and link in the panel" }).click();
  const [worker] = journey.context.serviceWorkers();
  await expect
    .poll(() =>
      worker?.evaluate(
        async () => (await chrome.runtime.getContexts({ contextTypes: ["SIDE_PANEL" as never] })).length,
      ),
    )
    .toBe(1);
});

test("an orphan is linked with one key, its badge follows, and the link is taken back", async () => {
  const jira = await journey.openJira();
  const orphan = jira.locator('plumbline-badge[data-state="orphan"]').first();
  await orphan.waitFor();
  const panel = await openPanelBeside(journey, jira);
  await panel.getByRole("tab", { name: "Orphans" }).click();
  await panel.getByText("Bets that it may serve").waitFor();
  const key = /[A-Z]+-\d+/.exec((await panel.getByRole("tabpanel").textContent()) ?? "")?.[0];
  const badge = jira.locator(`plumbline-badge[data-key="${key}"]`).first();
  expect(await badge.getAttribute("data-state")).toBe("orphan");
  await panel.getByRole("button", { name: /Link/ }).first().waitFor();
  // Beside the real panel the page stays in sight.
  await jira.bringToFront();
  await panel.keyboard.press("1");
  await panel.getByText(/^Linked/).waitFor();
  await expect.poll(() => badge.getAttribute("data-state"), { timeout: 15_000 }).toBe("aligned");
  await panel.keyboard.press("u");
  await panel.getByText(/^Linked/).waitFor({ state: "detached" });
  await expect.poll(() => badge.getAttribute("data-state"), { timeout: 15_000 }).toBe("orphan");
});

test("in Linear a statement lands in a document of the ticket, and is found there again", async () => {
  const linear = await journey.openLinear();
  const orphan = linear.locator('plumbline-badge[data-state="orphan"]').first();
  await orphan.waitFor();
  const key = await orphan.getAttribute("data-key");
  await linear.goto(`https://linear.app/northwind/issue/${key}`);
  const panel = await openPanelBeside(journey, linear);
  await panel.getByRole("heading", { name: "Problem statement" }).waitFor();
  await writeStatementIn(panel);
  await panel.getByRole("button", { name: "Save", exact: true }).click();
  await panel.getByText("Saved in the tracker.").waitFor();
  await panel.getByRole("button", { name: "Ask for signatures" }).click();
  await panel.getByText("Asked in a comment.").waitFor();
  await panel.close();
  const again = await openPanelBeside(journey, linear);
  await again.getByLabel("which costs", { exact: true }).waitFor();
  expect(await again.getByLabel("which costs", { exact: true }).inputValue()).toBe(
    writtenStatement["which costs"],
  );
  await again.getByText("waiting for signatures").waitFor();
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
