import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { forgetFacts } from "./forget-facts";
import { useJourney } from "./harness";
import { expectNoAxeFault, picture, tabTo, themes } from "./own-pages";
import { openPanelBeside } from "./panel";
import { jiraStage, linearStage } from "./tracker-stage";

const journey = useJourney();
const open: Page[] = [];

beforeEach(() => forgetFacts(journey));
afterEach(async () => {
  await Promise.all(open.splice(0).map((page) => page.close()));
});

/** A day as `YYYY-MM-DD`, so many days from now. */
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe.each([jiraStage(journey), linearStage(journey)])("in $tracker, by the keyboard alone", (stage) => {
  test("an orphan is put in a lane whose budget is told, another deferred to a day, and all is taken back", async () => {
    const undo = stage.rule((policy) => ({
      ...policy,
      lanes: { ...policy.lanes, budgets: { bug: 0.01, spike: 0.5 } },
    }));
    try {
      await stage.signIn("ana");
      const tab = await journey.context.newPage();
      open.push(tab);
      await tab.goto(stage.list());
      await tab.locator('plumbline-badge[data-state="orphan"]').first().waitFor();
      const panel = await openPanelBeside(journey, tab);
      open.push(panel);
      await tabTo(panel, /^This ticket/);
      await panel.keyboard.press("ArrowRight");
      const keyNow = async () => (await panel.locator("#triage-ticket .triage-key").textContent()) ?? "";
      const first = await keyNow();

      await panel.keyboard.press("2");
      await panel.getByText(/^Takes \d+% of the known tickets, more than its budget of 1%$/).waitFor();
      await panel.getByText(/^Takes \d+% of the known tickets, of at most 50%$/).waitFor();
      for (const colorScheme of themes) {
        await panel.emulateMedia({ colorScheme });
        await picture(panel, `lanes-${stage.tracker}-${colorScheme}`);
        await expectNoAxeFault(panel);
      }
      await panel.keyboard.press("Escape");
      await panel.getByRole("list", { name: "Lanes" }).waitFor({ state: "detached" });
      await panel.keyboard.press("2");
      await panel.keyboard.press("4");
      await expect.poll(() => stage.laneOf(first), { timeout: 15_000 }).toBe("spike");

      const second = await keyNow();
      expect(second).not.toBe(first);
      await tabTo(panel, /^Until/);
      const day = dayIn(20);
      const [year, month, date] = day.split("-");
      await panel.keyboard.type(`${month}${date}${year}`);
      await panel.keyboard.press("Escape");
      // Back over day and month, which are stops of their own in the field.
      for (let presses = 0; presses < 3; presses++) await panel.keyboard.press("Shift+Tab");
      await panel.keyboard.press("Enter");
      await expect.poll(() => stage.deferralOf(second), { timeout: 15_000 }).toBe(day);
      await panel.getByText(`Deferred ${second} until ${day}.`).waitFor();

      await panel.keyboard.press("u");
      await panel.keyboard.press("u");
      await expect
        .poll(() => [stage.laneOf(first), stage.deferralOf(second)], { timeout: 15_000 })
        .toEqual([null, null]);
    } finally {
      undo();
    }
  });
});
