import type { BrowserContext, Page } from "playwright-core";

const address = "https://northwind.atlassian.net/never/seen";
const liveRows = 60;
const newRows = 10;

/** What the page does by itself: shows 60 rows and puts ten new ones in place of the oldest ten at each call of `turn`. */
const script = `
let next = 1;
const list = document.querySelector("ul");
const link = (text, number) => Object.assign(document.createElement("a"), { href: "/browse/ATL-" + number, textContent: text });
const add = () => {
  const row = document.createElement("li");
  row.className = "unit";
  row.append(link("ATL-" + next, next), " ", link("The work that is number " + next, next));
  list.append(row);
  next += 1;
};
for (let at = 0; at < ${liveRows}; at++) add();
globalThis.turn = () => {
  for (let at = 0; at < ${newRows}; at++) {
    list.firstElementChild.remove();
    add();
  }
};`;

/** Opens a page under a tracker's address that holds 60 rows, each of a ticket of its own, and recycles them. */
export async function openRecyclingPage(context: BrowserContext): Promise<Page> {
  await context.route(address, (route) =>
    route.fulfill({
      contentType: "text/html; charset=utf-8",
      body: `<!doctype html><ul></ul><script>${script}</script>`,
    }),
  );
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

/** Lets so many new rows pass by, each long enough to be seen by whoever watches, and waits until no badge is pending. */
export async function passRows(page: Page, rows: number): Promise<void> {
  await page.evaluate(async (turns) => {
    const turn: () => void = Reflect.get(globalThis, "turn");
    for (let at = 0; at < turns; at++) {
      turn();
      await new Promise((resolve) => setTimeout(resolve));
    }
  }, rows / newRows);
  await page.waitForFunction(
    () => document.querySelector("plumbline-badge[data-state=pending]") === null,
    null,
    {
      timeout: 120_000,
    },
  );
}
