import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { statementHash } from "../../shared/domain/canonical";
import { writeSheet } from "../../shared/domain/markdown";
import { writeSignOffCode } from "../../shared/domain/sign-off";
import { updateDocument } from "../sandbox/linear/documents";
import { forgetFacts } from "./forget-facts";
import { useJourney } from "./harness";
import { expectNoAxeFault, picture, type Theme, tabTo } from "./own-pages";
import { openPanelBeside } from "./panel";
import { linearStage } from "./tracker-stage";
import { writtenStatement } from "./write-statement";

const journey = useJourney();
const stage = linearStage(journey);
const open: Page[] = [];

beforeEach(async () => {
  await forgetFacts(journey);
  await stage.signIn("ana");
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((page) => page.close()));
});

async function panelAt(address: string, theme: Theme = "light"): Promise<{ tab: Page; panel: Page }> {
  const tab = await journey.openLinear(address);
  const panel = await openPanelBeside(journey, tab, theme);
  open.push(panel);
  return { tab, panel };
}

test("people sign in Linear, by key and by plain reply; a changed text is stale, and the badge says so", async () => {
  const statement = {
    ...{ who: writtenStatement["Today, who"], problem: writtenStatement["has which problem"] },
    ...{ evidence: [writtenStatement["How we know"]], cost: writtenStatement["which costs"] },
    ...{ successSignal: writtenStatement["It is solved when"], workaround: null, nonGoals: [] },
    author: stage.accountOf("raj"),
  };
  const { key, object, comment, comments } = stage.sow(statement);
  const { panel } = await panelAt(stage.addressOf(key), "dark");
  await panel.getByRole("button", { name: "Sign for product" }).waitFor();
  await tabTo(panel, /^Sign for product/);
  await panel.keyboard.press("Enter");
  await panel.getByText(/product: signed by Ana Duarte/).waitFor();
  expect(comments()).toHaveLength(1);

  // Lena has no Plumbline: she replies with the code alone.
  comment("lena", writeSignOffCode({ function: "engineering", object, hash: statementHash(statement) }));
  await panel.getByRole("button", { name: "Check again" }).click();
  await panel.getByText("signed off", { exact: true }).waitFor();
  await picture(panel, "linear-signed-dark");
  await expectNoAxeFault(panel);

  await panel.getByLabel("which costs", { exact: true }).fill("About 90,000 EUR of orders a month");
  await panel.getByRole("button", { name: "Save", exact: true }).click();
  await panel.getByText("The sign-off of Lena Fischer does not count: the text has changed since.").waitFor();
  await panel.getByText("changed since it was signed").waitFor();
  await picture(panel, "linear-stale-dark");
  await expectNoAxeFault(panel);
});

test("an orphan in Linear is linked by the first suggestion, put in a lane, and both taken back; its badge follows", async () => {
  const { tab, panel } = await panelAt(stage.list());
  await tab.locator('plumbline-badge[data-state="orphan"]').first().waitFor();
  await panel.getByRole("tab", { name: "Orphans" }).click();
  const best = panel.getByRole("button", { name: /^Link to/ }).first();
  await best.waitFor();
  const name = (await best.getAttribute("aria-label"))?.replace("Link to ", "");
  const key = (await panel.locator("#triage-ticket .triage-key").textContent()) ?? "";
  const badge = tab.locator(`plumbline-badge[data-key="${key}"]`).first();
  // Beside the real panel the page stays in sight.
  await tab.bringToFront();
  const state = () => badge.getAttribute("data-state");

  await panel.keyboard.press("1");
  await expect.poll(() => stage.betOf(key), { timeout: 15_000 }).not.toBeNull();
  expect(stage.bets().find(({ id }) => id === stage.betOf(key))?.title).toBe(name);
  await expect.poll(state, { timeout: 15_000 }).toBe("aligned");
  await panel.keyboard.press("u");
  await expect.poll(() => stage.betOf(key), { timeout: 15_000 }).toBeNull();
  await expect.poll(state, { timeout: 15_000 }).toBe("orphan");

  await panel.keyboard.press("2");
  await panel.getByRole("list", { name: "Lanes" }).waitFor();
  await panel.keyboard.press("3");
  await expect.poll(() => stage.laneOf(key), { timeout: 15_000 }).toBe("upkeep");
  await expect.poll(state, { timeout: 15_000 }).toBe("lane");
  await panel.keyboard.press("u");
  await expect.poll(() => stage.laneOf(key), { timeout: 15_000 }).toBeNull();
  await expect.poll(state, { timeout: 15_000 }).toBe("orphan");
});

test("a sheet is written into a document of the project, and what people change there by hand is read back", async () => {
  const { tab, panel } = await panelAt(stage.list());
  await tab.locator('plumbline-badge[data-state="aligned"]').first().waitFor();
  await panel.getByRole("tab", { name: "Sheets" }).click();
  const bet = panel.locator(".bets button").first();
  const title = (await bet.locator("strong").textContent()) ?? "";
  const id = stage.bets().find((it) => it.title === title)?.id ?? "";
  const before = stage.sheetOf(id)?.version ?? 0;
  await bet.click();
  for (const [label, text] of [
    ["We believe", "reading the carriers' rate cards by machine"],
    ["will move", "hours spent on rate cards"],
    ["because", "61 % of those hours are copying"],
    ["Indicator", "wrong rates on invoices"],
    ["Threshold", "under 1 in 1,000"],
    ["Owner", "Ana Duarte"],
  ] as const)
    await panel
      .getByLabel(new RegExp(`^${label}`))
      .first()
      .fill(text);
  await picture(panel, "linear-sheet-light");
  await expectNoAxeFault(panel);
  await panel.getByRole("button", { name: "Save the sheet" }).click();
  await panel.getByText(`Version ${before + 1} is in the tracker.`).waitFor();
  const written = stage.sheetOf(id);
  expect(written).toMatchObject({
    mechanism: { metric: "hours spent on rate cards" },
    guardrail: { threshold: "under 1 in 1,000" },
    owner: "Ana Duarte",
  });

  const { linear } = journey.sandbox;
  const page = linear.store
    .all("Document")
    .find((it) => it.projectId === id && it.title === "Alignment Sheet");
  if (page === undefined || written === null) throw new Error("the sheet is in no document");
  const content = writeSheet(written).replace("Ana Duarte", "Sofia Kowalska");
  updateDocument(linear, { userId: stage.accountOf("sofia") }, page.id, { content });
  await panel.getByRole("button", { name: "All sheets" }).click();
  await panel.locator(".bets button").filter({ hasText: title }).first().click();
  const owner = panel.getByLabel("Owner", { exact: true });
  await expect.poll(() => owner.inputValue(), { timeout: 15_000 }).toBe("Sofia Kowalska");
});
