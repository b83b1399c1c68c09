import axe from "axe-core";
import type { Frame, Page, Worker } from "playwright-core";
import { expect } from "vitest";
import type { Journey } from "./harness";
import { tabIdOf } from "./own-pages";

export const workerOf = async ({ context }: Journey): Promise<Worker> =>
  context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));

/** Presses the shortcut for a statement over a page; no driver reaches the browser's own shortcuts. */
export async function pressShortcut(journey: Journey, page: Page): Promise<void> {
  const id = await tabIdOf(journey, page);
  await (await workerOf(journey)).evaluate(async (tabId) => {
    const { onCommand } = chrome.commands as unknown as {
      onCommand: { dispatch(...args: unknown[]): void };
    };
    onCommand.dispatch("open-statement", await chrome.tabs.get(tabId));
  }, id);
}

/** Chooses the entry for a selection in the browser's own menu, which no driver reaches either. */
export async function chooseFromMenu(journey: Journey, page: Page, selectionText: string): Promise<void> {
  const id = await tabIdOf(journey, page);
  await (await workerOf(journey)).evaluate(
    async ({ tabId, selectionText }) => {
      const { onClicked } = chrome.contextMenus as unknown as {
        onClicked: { dispatch(...args: unknown[]): void };
      };
      const info = { menuItemId: "statement-from-selection", selectionText };
      onClicked.dispatch(info, await chrome.tabs.get(tabId));
    },
    { tabId: id, selectionText },
  );
}

/** Opens the card of a badge and presses what opens the statement in it. */
export async function pressInCard(page: Page, key: string): Promise<void> {
  await page.locator(`plumbline-badge[data-key="${key}"]`).first().hover();
  await page
    .locator("plumbline-hovercard")
    .getByRole("button", { name: /statement$/ })
    .click();
}

/** The statement form over a page, once it shows its ticket, or why it shows none. */
export async function formOver(page: Page): Promise<Frame> {
  // The last one: an earlier one may not be told as gone yet.
  const find = () => page.frames().findLast((it) => it.url().endsWith("/capture.html"));
  const isDrawn = (form: Frame | undefined) =>
    form === undefined
      ? false
      : form
          .locator("h2, main > p")
          .first()
          .isVisible()
          .catch(() => false);
  await expect
    .poll(async () => (await isDrawn(find())) === true, { timeout: 20_000, message: "no form opens" })
    .toBe(true);
  const form = find();
  if (form === undefined) throw new Error("the form closed again");
  return form;
}

/** Waits until no dialog is open over the page. */
export const formIsClosed = (page: Page): Promise<void> =>
  page.locator("plumbline-statement").waitFor({ state: "detached", timeout: 20_000 });

/** Fails where axe finds anything in the form. */
export async function expectNoAxeFaultIn(form: Frame): Promise<void> {
  await form.evaluate(axe.source);
  const found = await form.evaluate(async () => {
    const { axe } = window as unknown as typeof globalThis & { axe: typeof import("axe-core") };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
  });
  expect(found).toEqual([]);
}
