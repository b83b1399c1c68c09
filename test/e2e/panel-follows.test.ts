import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { forgetFacts } from "./forget-facts";
import { useJourney } from "./harness";
import { expectNoAxeFault, picture } from "./own-pages";
import { openPanelBeside } from "./panel";
import { jiraStage, linearStage } from "./tracker-stage";
import { writtenStatement } from "./write-statement";

const journey = useJourney();
const stages = [jiraStage(journey), linearStage(journey)];
const open: Page[] = [];

beforeEach(() => forgetFacts(journey));
afterEach(async () => {
  await Promise.all(open.splice(0).map((page) => page.close()));
});

const statementBy = (author: string) => ({
  ...{ who: writtenStatement["Today, who"], problem: writtenStatement["has which problem"] },
  ...{ evidence: [writtenStatement["How we know"]], cost: writtenStatement["which costs"] },
  ...{ successSignal: writtenStatement["It is solved when"], workaround: null, nonGoals: [], author },
});

test.each(stages)(
  "opened before anything of $tracker is known, the panel shows what becomes known, unasked",
  async (stage) => {
    await stage.signIn("ana");
    const own = stage.sow(statementBy(stage.accountOf("ana")));
    const other = stage.sow(statementBy(stage.accountOf("raj")));
    const tab = await journey.context.newPage();
    await tab.goto(stage.addressOf(own.key));
    const [waiting, orphans] = [
      await openPanelBeside(journey, tab),
      await openPanelBeside(journey, tab, "dark"),
    ];
    open.push(tab, waiting, orphans);
    await waiting.getByRole("tab", { name: "Waiting for me" }).click();
    await waiting.getByText("Nothing that was seen waits for your signature.").waitFor();
    await orphans.getByRole("tab", { name: "Orphans" }).click();
    const count = async () =>
      Number.parseInt((await orphans.getByText(/^\d+ open$/).textContent()) ?? "", 10);
    const before = await count();

    const { title } = await titleOf(tab, stage.addressOf(other.key));
    await waiting.getByRole("heading", { name: title }).waitFor();
    await waiting.getByText("Nothing that was seen waits for your signature.").waitFor({ state: "detached" });
    await picture(waiting, `panel-follows-waiting-${stage.tracker}`);
    await expectNoAxeFault(waiting);
    await tab.goto(stage.list());
    await expect.poll(count, { timeout: 20_000 }).toBeGreaterThan(before);
    await orphans.locator("#triage-ticket").waitFor();
    // What was found before is still there.
    await waiting.getByRole("heading", { name: title }).waitFor();
    await picture(orphans, `panel-follows-orphans-${stage.tracker}`);
  },
);

/** Goes to a ticket and gives its title. */
async function titleOf(tab: Page, address: string): Promise<{ title: string }> {
  await tab.goto(address);
  const heading = tab.locator('h1[data-testid*="summary.heading"], [aria-label="Issue title"]').first();
  await heading.waitFor();
  return { title: ((await heading.textContent()) ?? "").trim() };
}
