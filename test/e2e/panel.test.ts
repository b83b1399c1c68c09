import { afterEach, expect, test } from "vitest";
import { statementHash } from "../../shared/domain/canonical";
import { readStatement } from "../../shared/domain/markdown";
import { writeSignOffCode } from "../../shared/domain/sign-off";
import { createComment } from "../sandbox/linear/comments";
import { issueBy } from "../sandbox/linear/issues";
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

  // Raj replies with the code, and then the text changes.
  const { linear: workspace } = journey.sandbox;
  const issue = issueBy(workspace, key ?? "");
  const page = workspace.store.all("Document").find((it) => it.issueId === issue.id);
  const raj = workspace.userOf("raj");
  const read = readStatement(page?.content ?? "");
  if (page === undefined || raj === undefined || read.kind !== "value") throw new Error("nothing to sign");
  const code = { function: "product", object: issue.id, hash: statementHash(read.value) };
  const on = { documentContentId: page.documentContentId };
  createComment(workspace, { userId: raj.id }, { body: writeSignOffCode(code), ...on });
  await again.getByLabel("which costs", { exact: true }).fill("About 90,000 EUR of orders a month");
  await again.getByRole("button", { name: "Save", exact: true }).click();
  await again.getByText(/^Changed since Raj Patel signed it on/).waitFor();
  expect(await again.locator("del").allTextContents()).toEqual(["40,000 "]);
  expect(await again.locator("ins").allTextContents()).toEqual(["90,000 "]);
  await again.getByText(/^Changed since Raj Patel/).scrollIntoViewIfNeeded();
  await picture(again, "panel-changed-linear-light");
  await expectNoAxeFault(again);
});

test.each([
  ["Jira", "dark"],
  ["Linear", "light"],
] as const)("in %s the form says which tickets inherit the statement of a bet", async (tracker, theme) => {
  const page = await (tracker === "Jira" ? journey.openJira() : journey.openLinear());
  const badge = page.locator('plumbline-badge[data-state="aligned"]').first();
  await badge.waitFor();
  const key = (await badge.getAttribute("data-key")) ?? "";
  await page.goto(
    tracker === "Jira"
      ? `${journey.sandbox.jira.baseUrl}/browse/${key}`
      : `https://linear.app/northwind/issue/${key}`,
  );
  const panel = await openPanelBeside(journey, page, theme);
  const count = panel.getByText(/^\d+ tickets inherit it$/);
  await count.waitFor();
  await panel.getByText("As far as this browser has seen").waitFor({ state: "detached" });
  await count.click();
  const list = panel.locator(".statement-inherit li");
  expect(await list.count()).toBe(Number.parseInt((await count.textContent()) ?? "", 10));
  await list.filter({ hasText: `${key} ` }).waitFor();
  await picture(panel, `panel-inherit-${tracker.toLowerCase()}-${theme}`);
  await expectNoAxeFault(panel);
});

test.each([
  ["Jira", "light"],
  ["Linear", "dark"],
] as const)("in %s a sheet is changed, and its versions tell what changed", async (tracker, theme) => {
  const page = await (tracker === "Jira" ? journey.openJira() : journey.openLinear());
  await page.locator('plumbline-badge[data-state="aligned"]').first().waitFor();
  const panel = await openPanelBeside(journey, page, theme);
  await panel.getByRole("tab", { name: "Sheets" }).click();
  await panel.getByRole("button", { name: /Match every invoice line/ }).click();
  const version = Number(/\d+/.exec((await panel.getByText(/^Version \d+$/).textContent()) ?? "")?.[0]);
  for (const [at, owner] of ["Raj Patel", "Lena Fischer"].entries()) {
    await panel.getByLabel("Owner", { exact: true }).fill(owner);
    await panel.getByRole("button", { name: "Save the sheet" }).click();
    await panel.getByText(`Version ${version + at + 1} is in the tracker.`).waitFor();
  }
  await panel.getByRole("button", { name: "Show versions" }).click();
  await panel.getByRole("heading", { name: "Versions" }).waitFor();
  await expect.poll(() => panel.locator(".sheet-versions del").allTextContents()).toEqual(["Raj Patel"]);
  await expect.poll(() => panel.locator(".sheet-versions ins").allTextContents()).toEqual(["Lena Fischer"]);
  await panel.getByText("Ana").first().waitFor();
  await panel.locator(".sheet-versions").scrollIntoViewIfNeeded();
  await picture(panel, `panel-versions-${tracker.toLowerCase()}-${theme}`);
  await expectNoAxeFault(panel);
});

test("in Jira aims are shared by who administers the project; others are told that they cannot", async () => {
  const jira = await journey.openJira();
  await jira.locator('plumbline-badge[data-state="aligned"]').first().waitFor();
  const panel = await openPanelBeside(journey, jira, "dark");
  const add = async (title: string) => {
    await panel.getByRole("tab", { name: "Sheets" }).click();
    await panel.getByRole("button", { name: "Add an aim" }).click();
    await panel.getByLabel("The outcome you want", { exact: true }).fill(title);
    await panel.getByRole("button", { name: "Save the aim" }).click();
  };
  await add("Freight bills right first time");
  await panel.getByText("The aims are in the tracker.").waitFor();
  const [project] = journey.sandbox.jira.projects;
  expect(project?.properties.get("plumbline.aims")).toEqual([
    { title: "Freight bills right first time", definitionOfDone: null },
  ]);
  await panel.getByRole("button", { name: /Match every invoice line/ }).click();
  await panel.getByText("The shared aim is done when").waitFor();
  await panel.getByRole("button", { name: "All sheets" }).click();

  journey.sandbox.jira.grants.admin.delete("ADMINISTER_PROJECTS");
  await add("Everything at once");
  await panel.getByText("Only who administers this project can change its aims.").waitFor();
  await picture(panel, "panel-aims-jira-dark");
  await expectNoAxeFault(panel);
  journey.sandbox.jira.grants.admin.add("ADMINISTER_PROJECTS");
  await panel.getByRole("button", { name: "Do not send it" }).click();
  await panel.getByText("Everything at once").waitFor({ state: "detached" });
});

test("in Linear the aims are its initiatives, opened there", async () => {
  const linear = await journey.openLinear();
  await linear.locator('plumbline-badge[data-state="aligned"]').first().waitFor();
  const panel = await openPanelBeside(journey, linear, "light");
  await panel.getByRole("tab", { name: "Sheets" }).click();
  await panel.getByText("They are initiatives of the tracker").waitFor();
  expect(await panel.getByRole("button", { name: "Add an aim" }).count()).toBe(0);
  await picture(panel, "panel-aims-linear-light");
  await expectNoAxeFault(panel);
  const opened = journey.context.waitForEvent("page");
  await panel
    .getByRole("button", { name: /^Open: / })
    .first()
    .click();
  const initiative = await opened;
  await expect.poll(() => initiative.url()).toMatch(/^https:\/\/linear\.app\/northwind\/initiative\//);
  await initiative.close();
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
