import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { forgetFacts } from "./forget-facts";
import { useJourney } from "./harness";
import { expectNoAxeFault, picture } from "./own-pages";
import { openPanelBeside } from "./panel";
import { openSecondBrowser } from "./second-browser";
import { jiraStage, linearStage, type Seat, type TrackerStage } from "./tracker-stage";
import { writtenStatement } from "./write-statement";

const journey = useJourney();
let second: Awaited<ReturnType<typeof openSecondBrowser>>;
const open: Page[] = [];

journey.whenStarted(async () => {
  await second?.close();
  second = await openSecondBrowser(journey);
});
beforeEach(() => forgetFacts(journey));
afterEach(async () => {
  await Promise.all(open.splice(0).map((page) => page.close()));
});
afterAll(() => second.close());

async function panelAt(seat: Seat, address: string): Promise<{ tab: Page; panel: Page }> {
  const tab = await seat.context.newPage();
  await tab.goto(address);
  const panel = await openPanelBeside(seat, tab);
  open.push(tab, panel);
  return { tab, panel };
}
const statement = (author: string) => ({
  ...{ who: writtenStatement["Today, who"], problem: writtenStatement["has which problem"] },
  ...{ evidence: [writtenStatement["How we know"]], cost: writtenStatement["which costs"] },
  ...{ successSignal: writtenStatement["It is solved when"], workaround: null, nonGoals: [], author },
});
const save = (panel: Page) => panel.getByRole("button", { name: "Save", exact: true }).click();

describe.each([
  ["jira", jiraStage(journey), () => jiraStage(second)],
  ["linear", linearStage(journey), () => linearStage(second)],
] as const)("in %s", (name, stage: TrackerStage, elsewhere: () => TrackerStage) => {
  test("two people write the same statement: the second sees both texts and chooses by field", async () => {
    const { key, object } = stage.sow(statement(stage.accountOf("lena")));
    await stage.signIn("ana");
    await elsewhere().signIn("raj");
    const { panel: anas } = await panelAt(journey, stage.addressOf(key));
    const { panel: rajs } = await panelAt(second, stage.addressOf(key));
    for (const panel of [anas, rajs]) await panel.getByLabel("which costs", { exact: true }).waitFor();

    await anas.getByLabel("which costs", { exact: true }).fill("About 90,000 EUR of orders a month");
    await anas.getByLabel("Today, who", { exact: true }).fill("New buyers in flats");
    await save(anas);
    await anas.getByText("Saved in the tracker.").waitFor();

    await rajs.getByLabel("which costs", { exact: true }).fill("Two people in support, all week");
    await rajs.getByLabel("Today, who", { exact: true }).fill("First-time buyers in flats");
    await save(rajs);
    await rajs.getByRole("heading", { name: "Somebody else saved this statement meanwhile" }).waitFor();
    const choice = (legend: string) => rajs.getByRole("group", { name: legend });
    await choice("which costs").getByText("About 90,000 EUR of orders a month").waitFor();
    await choice("which costs").getByText("Two people in support, all week").waitFor();
    expect(stage.statementOf(object)).toMatchObject({ cost: "About 90,000 EUR of orders a month" });
    await picture(rajs, `conflict-statement-${name}`);
    await expectNoAxeFault(rajs);
    await choice("which costs").getByRole("radio", { name: /^Mine/ }).check();
    await choice("Today, who")
      .getByRole("radio", { name: /^Theirs/ })
      .check();
    await rajs.getByRole("button", { name: "Save what I chose" }).click();
    await expect
      .poll(() => stage.statementOf(object), { timeout: 20_000 })
      .toMatchObject({ cost: "Two people in support, all week", who: "New buyers in flats" });
    await rajs.getByRole("heading", { name: /^Somebody else/ }).waitFor({ state: "detached" });
  });

  test("two people write the same sheet: the second sees both and chooses by part", async () => {
    await stage.signIn("ana");
    await elsewhere().signIn("raj");
    const both = [await panelAt(journey, stage.list()), await panelAt(second, stage.list())] as const;
    const [{ panel: anas }, { panel: rajs }] = both;
    for (const { tab } of both) await tab.locator('plumbline-badge[data-state="aligned"]').first().waitFor();
    // One whose guardrail is named: half of one is not saved.
    const title = "Match every invoice line to a parcel";
    const id = stage.bets().find((it) => it.title === title)?.id ?? "";
    for (const panel of [anas, rajs]) {
      await panel.getByRole("tab", { name: "Sheets" }).click();
      await panel.getByRole("button", { name: title }).click();
      await panel.getByLabel("Threshold").waitFor();
    }

    await anas.getByLabel("Threshold").fill("under 300 ms");
    await anas.getByLabel("Owner", { exact: true }).fill("Ana Duarte");
    await anas.getByRole("button", { name: "Save the sheet" }).click();
    await anas.getByText(/^Version \d+ is in the tracker\.$/).waitFor();

    await rajs.getByLabel("Threshold").fill("under 500 ms");
    await rajs.getByLabel("Owner", { exact: true }).fill("Raj Patel");
    await rajs.getByRole("button", { name: "Save the sheet" }).click();
    await rajs.getByRole("heading", { name: "Two versions of this sheet" }).waitFor();
    const choice = (legend: string) => rajs.getByRole("group", { name: legend });
    await choice("Owner").getByText("Ana Duarte").waitFor();
    expect(stage.sheetOf(id)?.owner).toBe("Ana Duarte");
    await picture(rajs, `conflict-sheet-${name}`);
    await expectNoAxeFault(rajs);
    await choice("Owner")
      .getByRole("radio", { name: /^Theirs/ })
      .check();
    await choice("Guardrail").getByRole("radio", { name: /^Mine/ }).check();
    await rajs.getByRole("button", { name: "Go on with what I chose" }).click();
    await expect
      .poll(() => stage.sheetOf(id)?.guardrail?.threshold, { timeout: 20_000 })
      .toBe("under 500 ms");
    expect(stage.sheetOf(id)?.owner).toBe("Ana Duarte");
  });

  test("what somebody else changed meanwhile is not undone over their head", async () => {
    await stage.signIn("ana");
    const { tab, panel } = await panelAt(journey, stage.list());
    await tab.locator('plumbline-badge[data-state="orphan"]').first().waitFor();
    await panel.getByRole("tab", { name: "Orphans" }).click();
    await panel
      .getByRole("button", { name: /^Link to/ })
      .first()
      .waitFor();
    const key = (await panel.locator("#triage-ticket .triage-key").textContent()) ?? "";
    await panel.keyboard.press("1");
    // Not before the outbox has seen it stand.
    const badge = tab.locator(`plumbline-badge[data-key="${key}"]`).first();
    await tab.bringToFront();
    await expect.poll(() => badge.getAttribute("data-state"), { timeout: 30_000 }).toBe("aligned");
    const mine = stage.betOf(key);
    const theirs = stage.bets().find(({ id, title }) => id !== mine && title !== "Plumbline");
    stage.link("tom", key, theirs?.id ?? "");
    await panel.keyboard.press("u");
    await panel.getByText(`${key}: somebody else set it to`).waitFor();
    expect(stage.betOf(key)).toBe(theirs?.id);
    await picture(panel, `conflict-undo-${name}`);
    await expectNoAxeFault(panel);
    await panel.getByRole("button", { name: "Leave theirs" }).click();
    await panel.getByText(/somebody else set it/).waitFor({ state: "detached" });
    expect(stage.betOf(key)).toBe(theirs?.id);
  });
});
