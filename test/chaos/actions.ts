import type { Locator, Page } from "playwright-core";
import { pick, type Random } from "../sandbox/company/random";
import { goSomewhere, openTab, type Player, patienceMs, type Tab } from "./player";

/** One thing that a person, or the page itself, does in a tab. Throws where it cannot be done just now. */
type Action = (tab: Tab, player: Player) => Promise<unknown>;

const mostTabs = 4;
const sizes = [
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
  { width: 1100, height: 700 },
  { width: 800, height: 900 },
];

/** One of the elements that a pointer can reach just now; throws where there is none. */
async function oneOf(page: Page, selector: string, random: Random): Promise<Locator> {
  const all = page.locator(selector);
  const inView = await all.evaluateAll((elements) =>
    elements.flatMap((element, at) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const root = element.getRootNode() as Document | ShadowRoot;
      const there = root.elementFromPoint(left + width / 2, top + height / 2);
      return width > 1 && there !== null && element.contains(there) ? [at] : [];
    }),
  );
  if (inView.length === 0) throw new Error(`no ${selector} in view`);
  return all.nth(pick(inView, random));
}
const click =
  (selector: string): Action =>
  async ({ page }, { random }) =>
    (await oneOf(page, selector, random)).click({ timeout: patienceMs });
const tell =
  (event: string): Action =>
  ({ page }) =>
    page.evaluate((name) => dispatchEvent(new Event(name)), event);

async function centreOf(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox({ timeout: patienceMs });
  if (box === null) throw new Error("not on screen");
  return { x: box.x + Math.min(60, box.width / 2), y: box.y + box.height / 2 };
}

/** What can be done, and how likely it is. */
export const actions: Record<string, readonly [Action, number]> = {
  scroll: [
    ({ page }, { random }) =>
      page.evaluate((part) => {
        const lists = [...document.querySelectorAll("*")].filter(
          (it) =>
            it.scrollHeight > it.clientHeight + 20 && /auto|scroll/.test(getComputedStyle(it).overflowY),
        );
        const list = lists[Math.floor(part * 977) % Math.max(1, lists.length)];
        list?.scrollTo(0, part * list.scrollHeight);
      }, random()),
    10,
  ],
  "scroll wildly": [
    ({ page }) =>
      page.evaluate(async () => {
        const list = [...document.querySelectorAll("*")].find(
          (it) =>
            it.scrollHeight > it.clientHeight + 200 && /auto|scroll/.test(getComputedStyle(it).overflowY),
        );
        for (let step = 0; step < 25; step++) {
          list?.scrollTo(0, ((step * 7919) % 97) * (list.scrollHeight / 97));
          await new Promise(requestAnimationFrame);
        }
      }),
    4,
  ],
  "another view": [click("nav a[href], [role=navigation] a[href]"), 8],
  "another layout": [click("button[aria-label$=layout], button[aria-label=Expand]"), 3],
  "open an issue": [click(".row-summary, .card-summary, a[data-list-row], a[data-board-item]"), 7],
  "follow a link": [click("main a[href*='/browse/'], main a[href*='/issue/']"), 4],
  "close it": [({ page }) => page.keyboard.press("Escape"), 4],
  "type an address": [goSomewhere, 3],
  back: [({ page }) => page.goBack({ timeout: 4 * patienceMs, waitUntil: "commit" }), 5],
  forward: [({ page }) => page.goForward({ timeout: 4 * patienceMs, waitUntil: "commit" }), 2],
  reload: [({ page }) => page.reload({ timeout: 8 * patienceMs, waitUntil: "commit" }), 1],
  drag: [
    async ({ page }, { random }) => {
      const grips = ".row-summary, .card-summary, a[data-board-item]";
      const from = await centreOf(await oneOf(page, grips, random));
      const to = await centreOf(await oneOf(page, `${grips}, .section-header h2, .column h2`, random));
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(from.x + 5, from.y + 5, { steps: 2 });
      await page.mouse.move(to.x, to.y, { steps: 5 });
      await page.mouse.up();
    },
    3,
  ],
  filter: [
    async ({ page }, { random }) => {
      const field = await oneOf(
        page,
        "main input[type=search], main input[type=text], main input:not([type])",
        random,
      );
      await field.fill(pick(["a", "carrier", "ATL-4", "zzz"], random), { timeout: patienceMs });
      await field.fill("", { timeout: patienceMs });
    },
    2,
  ],
  write: [
    async ({ page }, { random }) => {
      const field = await oneOf(
        page,
        "[contenteditable=true], .ProseMirror[tabindex], main textarea",
        random,
      );
      await field.click({ timeout: patienceMs });
      await page.keyboard.type(
        pick([" as ATL-7 says ", " https://linear.app/northwind/issue/ATL-9 "], random),
      );
      if (random() < 0.7) await field.blur({ timeout: patienceMs });
    },
    4,
  ],
  "add a ticket": [
    async ({ page }, { random }) => {
      await (await oneOf(page, ".inline-create button", random)).click({ timeout: patienceMs });
      await page.keyboard.type("Label what nobody labelled");
      await page.keyboard.press(pick(["Enter", "Escape"], random));
    },
    1,
  ],
  "another size of window": [({ page }, { random }) => page.setViewportSize(pick(sizes, random)), 2],
  "rest on a badge": [
    async ({ page }, { random }) =>
      (await oneOf(page, "plumbline-badge", random)).hover({ timeout: patienceMs }),
    3,
  ],
  "click a badge": [click("plumbline-badge"), 2],
  spotlight: [click("plumbline-chip button"), 2],
  focus: [tell("focus"), 4],
  redraw: [tell("sandbox:refresh"), 5],
  "change the theme": [
    ({ page }, { random }) => page.emulateMedia({ colorScheme: pick(["light", "dark"], random) }),
    1,
  ],
  "remove what is not the page's": [
    ({ page }) =>
      page.evaluate(() => {
        for (const it of [...document.querySelectorAll("plumbline-badge")]) it.remove();
      }),
    2,
  ],
  "rename the marks": [
    ({ page }) =>
      page.evaluate(() => {
        for (const it of document.querySelectorAll("[data-testid],[data-list-row],[data-board-item]")) {
          for (const name of ["data-testid", "data-list-row", "data-list-key", "data-board-item"])
            it.removeAttribute(name);
        }
      }),
    1,
  ],
  "open a tab": [
    async ({ tracker }, player) => {
      if (player.tabs.length >= mostTabs) throw new Error("enough tabs");
      await openTab(player, tracker);
    },
    1,
  ],
  "close a tab": [
    async (tab, { tabs }) => {
      if (tabs.filter(({ tracker }) => tracker === tab.tracker).length < 2)
        throw new Error("the last of its tracker");
      tabs.splice(tabs.indexOf(tab), 1);
      await tab.page.close();
    },
    1,
  ],
};
