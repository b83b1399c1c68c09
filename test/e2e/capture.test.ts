import type { Page } from "playwright-core";
import { afterEach, describe, expect, test } from "vitest";
import { openWorkerSwitch } from "../tools/worker-switch";
import {
  chooseFromMenu,
  expectNoAxeFaultIn,
  formIsClosed,
  formOver,
  pressInCard,
  pressShortcut,
  workerOf,
} from "./capture-frame";
import { useJourney } from "./harness";
import { layoutShift } from "./layout-shift";
import { picture, type Theme, themes } from "./own-pages";
import { writeStatementIn, writtenStatement } from "./write-statement";

const journey = useJourney({ updatable: true });
const cost = "which costs";

const trackers = {
  jira: {
    openList: () => journey.openJira(),
    ticketPath: (key: string) => `${journey.sandbox.jira.baseUrl}/browse/${key}`,
    /** Typed in a list, it would do something to the page. */
    shortcut: "c",
    // Chosen in Jira, whatever the person's system prefers.
    dress: (page: Page, theme: Theme) => page.goto(`${page.url()}?theme=${theme}`),
  },
  linear: {
    openList: () => journey.openLinear(),
    ticketPath: (key: string) => `https://linear.app/northwind/issue/${key}`,
    shortcut: "x",
    dress: (page: Page, theme: Theme) => page.emulateMedia({ colorScheme: theme }),
  },
} as const;
const both = Object.keys(trackers) as (keyof typeof trackers)[];

/** The first orphan of the list, whose page is then open. */
async function openOrphan(tracker: keyof typeof trackers): Promise<{ page: Page; key: string }> {
  const { openList, ticketPath } = trackers[tracker];
  const page = await openList();
  const orphan = page.locator('plumbline-badge[data-state="orphan"]').first();
  await orphan.waitFor();
  const key = (await orphan.getAttribute("data-key")) ?? "";
  await page.goto(ticketPath(key));
  await page.locator(`plumbline-badge[data-key="${key}"][data-state="orphan"]`).first().waitFor();
  return { page, key };
}
const heading = (key: string) => new RegExp(`^${key} `);

afterEach(async () => {
  for (const it of journey.context.pages()) if (it.url().startsWith("chrome-extension:")) await it.close();
});

describe.each(both)("over a page of %s", (tracker) => {
  test("each entry opens the form of the right ticket, with what was marked", async () => {
    const { page, key } = await openOrphan(tracker);
    await pressShortcut(journey, page);
    let form = await formOver(page);
    await form.getByRole("heading", { name: heading(key) }).waitFor();
    await form.getByRole("button", { name: "Close" }).click();
    await formIsClosed(page);

    await chooseFromMenu(journey, page, "They cannot read it at night");
    form = await formOver(page);
    await form.getByRole("heading", { name: heading(key) }).waitFor();
    expect(await form.getByLabel("has which problem").inputValue()).toBe("They cannot read it at night");
    await form.getByRole("button", { name: "Close" }).click();
    await formIsClosed(page);

    const list = await trackers[tracker].openList();
    const badge = list.locator('plumbline-badge[data-state="aligned"]').nth(2);
    await badge.waitFor();
    const other = (await badge.getAttribute("data-key")) ?? "";
    await pressInCard(list, other);
    form = await formOver(list);
    await form.getByRole("heading", { name: heading(other) }).waitFor();
    expect(await list.locator("plumbline-hovercard").count()).toBe(0);
  });

  test("what is marked in the page is what the shortcut begins with", async () => {
    const { page } = await openOrphan(tracker);
    const marked = await page.evaluate(() => {
      const title = document.querySelector("h1, .ProseMirror");
      if (title !== null) document.getSelection()?.selectAllChildren(title);
      return String(document.getSelection());
    });
    expect(marked.length).toBeGreaterThan(3);
    await pressShortcut(journey, page);
    const form = await formOver(page);
    expect(await form.getByLabel("has which problem").inputValue()).toBe(marked.trim());
  });

  test("the page's scripts see neither the form nor a key of it, and what opens it has to be a person", async () => {
    const { page, key } = await openOrphan(tracker);
    await page.evaluate(() => {
      const keys: string[] = [];
      Object.assign(window, { keys, said: [] as unknown[] });
      for (const type of ["keydown", "keypress", "keyup", "beforeinput", "input"])
        window.addEventListener(type, (event) => keys.push((event as KeyboardEvent).key ?? type), true);
      window.addEventListener("message", ({ data }) =>
        (window as unknown as { said: unknown[] }).said.push(data),
      );
    });
    const path = new URL(page.url()).pathname;
    await pressShortcut(journey, page);
    const form = await formOver(page);
    await form.getByLabel(cost, { exact: true }).click();
    await page.keyboard.type(`${trackers[tracker].shortcut} a secret`);
    expect(await form.getByLabel(cost, { exact: true }).inputValue()).toBe(
      `${trackers[tracker].shortcut} a secret`,
    );
    const seen = await page.evaluate(async () => {
      const element = document.querySelector("plumbline-statement");
      return {
        root: element?.shadowRoot ?? null,
        inside: element?.innerHTML,
        frames: window.length,
        named: performance.getEntriesByType("resource").filter(({ name }) => name.startsWith("chrome"))
          .length,
        active: document.activeElement?.localName,
        text: document.documentElement.outerHTML.includes("a secret"),
        keys: (window as unknown as { keys: string[] }).keys,
        said: (window as unknown as { said: unknown[] }).said,
      };
    });
    expect(seen).toEqual({
      ...{ root: null, inside: "", frames: 0, named: 0, active: "plumbline-statement" },
      ...{ text: false, keys: [], said: [] },
    });
    expect(new URL(page.url()).pathname).toBe(path);
    await page.keyboard.press("Escape");
    await formIsClosed(page);

    // A script of the page presses our own button.
    await page.locator(`plumbline-badge[data-key="${key}"]`).first().hover();
    await page.locator("plumbline-hovercard").waitFor();
    await page.evaluate(() => {
      for (const it of document
        .querySelector("plumbline-hovercard")
        ?.shadowRoot?.querySelectorAll("button") ?? [])
        it.click();
    });
    await page.waitForTimeout(1_000);
    expect(await page.locator("plumbline-statement").count()).toBe(0);
  });

  test("Escape gives the focus back to where it was; nothing has moved or scrolled", async () => {
    const list = await trackers[tracker].openList();
    await list.locator('plumbline-badge[data-state="aligned"]').nth(3).waitFor();
    await list.waitForTimeout(1_000);
    const badge = list.locator('plumbline-badge[data-state="aligned"]').nth(3);
    const key = await badge.getAttribute("data-key");
    const boxes = () =>
      list.evaluate(() => ({
        scroll: [scrollX, scrollY],
        boxes: [...document.querySelectorAll("plumbline-badge, a, button")].map((it) => {
          const { x, y, width, height } = it.getBoundingClientRect();
          return [x, y, width, height];
        }),
      }));
    await badge.focus();
    const before = await boxes();
    const shifted = await layoutShift(list);
    await list.keyboard.press("Enter");
    await list.locator("plumbline-hovercard").waitFor();
    await list
      .locator("plumbline-hovercard")
      .getByRole("button", { name: /statement$/ })
      .focus();
    await list.keyboard.press("Enter");
    const form = await formOver(list);
    await form.getByLabel(cost, { exact: true }).waitFor();
    expect(await boxes()).toEqual(before);
    await form.getByLabel(cost, { exact: true }).press("Escape");
    await formIsClosed(list);
    await expect.poll(() => list.evaluate(() => document.activeElement?.getAttribute("data-key"))).toBe(key);
    expect(await boxes()).toEqual(before);
    expect(await layoutShift(list)).toEqual(shifted);
  });

  test("a draft outlives closing, the worker, a reload and an update; saving lands in the tracker and closes", async () => {
    const { page, key } = await openOrphan(tracker);
    await pressShortcut(journey, page);
    let form = await formOver(page);
    await form.getByLabel("Today, who", { exact: true }).fill("Night shift planners");
    await page.keyboard.press("Escape");
    await formIsClosed(page);

    const reopen = async () => {
      await pressShortcut(journey, page);
      form = await formOver(page);
      await form.getByText("This is what you were writing when you left.").waitFor();
    };
    const value = (label: string) => form.getByLabel(label, { exact: true }).inputValue();
    await reopen();
    expect(await value("Today, who")).toBe("Night shift planners");

    const workers = await openWorkerSwitch(journey.context);
    await workers.stop();
    await workers.close();
    await page.bringToFront();
    await form.getByLabel(cost, { exact: true }).fill("Two hours every night");
    await expect.poll(async () => (await workerOf(journey)) !== undefined).toBe(true);
    await page.waitForTimeout(1_000);
    await page.reload();
    await page.locator(`plumbline-badge[data-key="${key}"][data-state="orphan"]`).first().waitFor();
    await reopen();
    expect(await value(cost)).toBe("Two hours every night");

    await form.getByLabel("has which problem", { exact: true }).fill("The board blinds them at night");
    await page.waitForTimeout(500);
    await journey.updateExtension();
    await formIsClosed(page);
    await page.locator(`plumbline-badge[data-key="${key}"][data-state="orphan"]`).first().waitFor();
    await reopen();
    expect(await value("has which problem")).toBe("The board blinds them at night");
    expect(await value("Today, who")).toBe("Night shift planners");

    await writeStatementIn(form);
    await form.getByRole("button", { name: "Save", exact: true }).click();
    await formIsClosed(page);
    await pressShortcut(journey, page);
    form = await formOver(page);
    await form.getByText("waiting for signatures").waitFor();
    expect(await value(cost)).toBe(writtenStatement[cost]);
  });

  test.each(themes)("it looks like the page around it in %s, and axe finds nothing in it", async (theme) => {
    const { page } = await openOrphan(tracker);
    await trackers[tracker].dress(page, theme);
    await page.locator("plumbline-badge").first().waitFor();
    await pressShortcut(journey, page);
    const form = await formOver(page);
    await writeStatementIn(form);
    await form.getByLabel("Today, who", { exact: true }).fill("Users");
    await form.getByLabel(cost, { exact: true }).focus();
    await form.getByText("This names nobody in particular.").waitFor();
    await expect
      .poll(() => form.evaluate(() => document.documentElement.getAttribute("data-color-mode")))
      .toBe(theme);
    await picture(page, `capture-${tracker}-${theme}`);
    await expectNoAxeFaultIn(form);
  });
});
