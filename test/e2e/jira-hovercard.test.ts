import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { mechanismSentence } from "../../shared/domain/mechanism-sentence";
import { seedCompany } from "../sandbox/company/seed";
import { useJourney } from "./harness";
import { expectedAlignments, orphanWords, standingWords, today } from "./jira-expected-badges";
import { waitForOneEach } from "./jira-units";

const company = seedCompany({ today: today() });
const journey = useJourney({ company, linearKey: null });
const card = (page: Page) => page.locator("plumbline-hovercard");
const alignments = () => [...expectedAlignments(company, journey.sandbox.jira)];

/** The card of the issue that the page is about, by the pointer, as text. */
async function cardOf(key: string): Promise<{ page: Page; text: string }> {
  const page = await journey.openJira(`/browse/${key}`);
  await waitForOneEach(page);
  await page.locator(".breadcrumbs plumbline-badge").hover();
  await card(page).waitFor();
  const [text = ""] = await card(page).locator(".card").allInnerTexts();
  return { page, text: text.replaceAll("\n", " ") };
}

describe("what a card says", () => {
  test("of a ticket that inherits: aim, done, mechanism, signals, gate, guardrail, owner, origin, standing", async () => {
    const [key, it] = alignments().find(([key]) => key === "ATL-90") ?? [];
    if (it?.alignment.kind !== "aligned" || !key) throw new Error("ATL-90 is not aligned");
    const { page, text } = await cardOf(key);
    const { sheet, from, inherited } = it.alignment;
    expect(inherited).toBe(true);
    expect(text).toContain(sheet.aim.title);
    expect(text).toContain(sheet.aim.definitionOfDone);
    expect(text).toContain(mechanismSentence(sheet.mechanism));
    for (const { name, unit, target } of sheet.signals) {
      expect(text).toContain(name);
      expect(text).toContain(`${target} ${unit}`);
    }
    expect(text).toContain(sheet.stageGate?.rule);
    expect(text).toContain(`${Number(sheet.stageGate?.date.slice(8))}`);
    expect(text).toContain(sheet.guardrail?.sli);
    expect(text).toContain(sheet.guardrail?.threshold);
    expect(text).toContain(sheet.owner);
    expect(text).toContain(standingWords[it.standing]);
    const link = card(page).locator("a");
    expect(await link.textContent()).toContain(from.title);
    const href = (await link.getAttribute("href")) ?? "";
    expect(href).toMatch(/^https:\/\/northwind\.atlassian\.net\/browse\/ATL-\d+$/);
    const bet = journey.sandbox.jira.findIssue(href.split("/").at(-1) ?? "");
    expect(bet?.summary).toBe(from.title);
  });

  test("of a ticket in a lane: which one, and that it serves no aim on purpose", async () => {
    const [key, it] = alignments().find(([, { alignment }]) => alignment.kind === "lane") ?? [];
    if (it?.alignment.kind !== "lane" || !key) throw new Error("No lane in the company");
    const { text } = await cardOf(key);
    expect(text).toContain(it.alignment.lane);
    expect(text).toContain("serves no aim on purpose");
  });

  test.each(Object.entries(orphanWords).filter(([reason]) => reason !== "parent-loop"))(
    "of an orphan with %s: why, and what would help",
    async (reason, { why, fix }) => {
      const [key] =
        alignments().find(
          ([, { alignment }]) =>
            alignment.kind === "orphan" && alignment.reasons.some((other) => other === reason),
        ) ?? [];
      if (!key) throw new Error(`No orphan in the company has ${reason}`);
      const { text } = await cardOf(key);
      expect(text).toContain(why);
      expect(text).toContain(fix);
    },
  );
});

describe("where it stands and when it goes", () => {
  test("it is whole on the screen beside badges at its edges", async () => {
    const page = await journey.openJira("/jira/software/c/projects/ATL/boards/1");
    await page.setViewportSize({ width: 1000, height: 640 });
    await page.locator(".board-scroll").evaluate((element) => element.scrollTo(element.scrollWidth, 120));
    await waitForOneEach(page, 10);
    const corners = await page.locator("plumbline-badge").evaluateAll((elements) => {
      const shown = elements
        .map((element) => element.getBoundingClientRect())
        .map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))
        .filter(({ x, y }) => document.elementFromPoint(x, y)?.localName === "plumbline-badge");
      const last = (by: (it: { x: number; y: number }) => number) =>
        shown.toSorted((a, b) => by(a) - by(b)).at(-1);
      return [last(({ x }) => x), last(({ y }) => y), last(({ x, y }) => x + y)].filter(
        (it) => it !== undefined,
      );
    });
    expect(corners.length).toBe(3);
    for (const { x, y } of corners) {
      await page.mouse.move(x, y);
      await card(page).waitFor();
      const box = await card(page).boundingBox();
      if (box === null) throw new Error("The card is not on screen");
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(1000);
      expect(box.y + box.height).toBeLessThanOrEqual(640);
      await page.keyboard.press("Escape");
      await card(page).waitFor({ state: "detached" });
      await page.mouse.move(5, 5);
    }
  });

  test.each<[string, (page: Page) => Promise<void>]>([
    ["Escape", (page) => page.keyboard.press("Escape")],
    ["scrolling", (page) => page.mouse.wheel(0, 120)],
    ["the pointer's leaving", (page) => page.mouse.move(700, 20)],
    ["a click elsewhere", (page) => page.mouse.click(700, 110)],
  ])("%s closes it", async (_, leave) => {
    const page = await journey.openJira();
    await waitForOneEach(page, 10);
    await page.locator("plumbline-badge").nth(4).hover();
    await card(page).waitFor();
    await leave(page);
    await card(page).waitFor({ state: "detached" });
  });

  test("the pointer can go into it and stay", async () => {
    const page = await journey.openJira();
    await waitForOneEach(page, 10);
    await page.locator("plumbline-badge[data-state=aligned]").first().hover();
    await card(page).locator(".sentence").hover();
    // Turned further than there is to see: the page behind must not scroll, which would close it.
    for (let turn = 0; turn < 6; turn++) await page.mouse.wheel(0, 400);
    await page.waitForTimeout(600);
    expect(await card(page).count()).toBe(1);
  });
});

test.each(["light", "dark"])("axe finds nothing serious in badges, chip and card, %s", async (theme) => {
  const page = await journey.openJira(`/jira/software/c/projects/ATL/boards/1/backlog?theme=${theme}`);
  await waitForOneEach(page, 10);
  for (const state of ["aligned", "lane", "orphan"]) {
    await page.locator(`plumbline-badge[data-state=${state}]`).first().hover();
    await card(page).waitFor();
    const axe = new AxeBuilder({ page }).setLegacyMode(true);
    for (const mark of ["plumbline-badge", "plumbline-chip", "plumbline-hovercard"]) axe.include(mark);
    const { violations, passes } = await axe.analyze();
    expect(passes.map(({ id }) => id)).toContain("color-contrast");
    const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
    await page.keyboard.press("Escape");
  }
});
