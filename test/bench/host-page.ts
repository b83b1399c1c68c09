import type { BrowserContext, Page } from "playwright-core";

/**
 * A page with a tracker's structure and no framework in it, so that little but the extension's work is measured
 * (reference: measuring). `list` is where rows go; a row is cloned from `template`, and whatever in it says KEY says the ticket's.
 */
export interface HostPage {
  name: "Jira backlog" | "Linear list";
  address: string;
  style: string;
  list: string;
  template: string;
}

const leaf = "software-backlog.card-list.card.card-contents.";

export const hostPages: readonly HostPage[] = [
  {
    name: "Jira backlog",
    address: "https://northwind.atlassian.net/jira/software/c/projects/ATL/boards/1/backlog",
    style: `.row { height: 40px; border-bottom: 1px solid #ddd; position: relative; }
      .row-card { display: flex; align-items: center; gap: 8px; height: 40px; }
      .row-summary { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
      .visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }`,
    list: '<div id="list" data-testid="software-backlog.card-list.container.BACKLOG"></div>',
    template: `<div class="row" data-testid="software-backlog.card-list.card.content-container.KEY">
      <div data-testid="software-backlog.card-list.card.context-menu.escape-wrapper">
        <div data-testid="platform-context-menu.ui.context-menu.children-wrapper">
          <div class="row-card" data-testid="software-backlog.card-list.card.card-contents.card-container">
            <input type="checkbox" data-testid="${leaf}checkbox">
            <span data-testid="${leaf}type-icon.type"><svg width="16" height="16"><rect width="16" height="16"/></svg></span>
            <div data-testid="${leaf}accessible-card-key">
              <a class="visually-hidden" href="/browse/KEY" data-testid="${leaf}accessible-card-key.screen-reader-key">KEY</a>
              <a href="/browse/KEY" aria-hidden="true" data-testid="${leaf}accessible-card-key.key">KEY</a>
            </div>
            <div class="row-summary" data-testid="${leaf}summary-field.summary-field-static.content"><span>The work of KEY, as somebody wrote it down</span></div>
            <div data-testid="${leaf}status-field.status-field-wrapper.status-container"><button>To do</button></div>
            <span data-testid="${leaf}estimate-field-wrapper">3</span>
            <span data-testid="backlog.card-list.card.card-contents.assignee-field.assignee-field-static">AB</span>
            <button data-testid="software-context-menu.meatball-menu">...</button>
          </div>
        </div>
      </div>
    </div>`,
  },
  {
    name: "Linear list",
    address: "https://linear.app/northwind/team/ATL/all",
    style: `#list { display: grid; grid-template-columns: 24px 24px 70px 24px 1fr auto 24px 60px; }
      .row { display: grid; grid-column: 1 / -1; grid-template-columns: subgrid; align-items: center; height: 44px; contain: style; isolation: isolate; color: inherit; text-decoration: none; }
      .title { display: flex; align-items: center; min-width: 0; overflow: hidden; white-space: nowrap; }`,
    list: '<div id="list" data-list-container></div>',
    template: `<a class="row" href="/northwind/issue/KEY/the-work" data-list-row="true" data-list-key="ITEM_KEY" data-contextual-menu="true">
      <span data-list-grid-column="checkbox"><span role="checkbox" aria-checked="false"></span></span>
      <span data-column-id="priority"><svg width="16" height="16"><rect width="16" height="16"/></svg></span>
      <span data-column-id="issueId">KEY</span>
      <span role="button" aria-label="Change status" data-column-id="status"><svg width="16" height="16"><circle r="8"/></svg></span>
      <span class="title" data-column-id="title"><span>The work of KEY, as somebody wrote it down</span></span>
      <span data-column-id="properties"><span>upkeep</span></span>
      <span data-column-id="assignee">AB</span>
      <span data-column-id="created">12 Nov</span>
    </a>`,
  },
];

/** What the page's own script offers to the scenarios, as `bench`. */
export interface BenchPage {
  /** Appends so many rows in one task. */
  insert(count: number, from?: number): void;
  /** Appends a screenful and, every 50 ms, puts ten new rows in place of the ten oldest; resolves after so many times. */
  scroll(times: number): Promise<void>;
  /** Adds and removes a small subtree beside the list, each time in a task of its own. */
  mutate(times: number): Promise<void>;
  /** How many frames were painted with any of the first twenty rows bare since `insert`; only after `watch`. */
  watch(): void;
  bareFrames(): number;
  shift(): number;
}

const script = `
const list = document.getElementById("list");
const template = document.querySelector("template").content.firstElementChild;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
let bare = 0, shift = 0;
new PerformanceObserver((it) => { for (const entry of it.getEntries()) shift += entry.value; }).observe({ type: "layout-shift", buffered: true });
function fill(node, key) {
  for (const { name, value } of [...(node.attributes ?? [])]) if (value.includes("KEY")) node.setAttribute(name, value.replaceAll("KEY", key));
  for (const child of node.childNodes) {
    if (child instanceof Text) { if (child.data.includes("KEY")) child.data = child.data.replaceAll("KEY", key); }
    else fill(child, key);
  }
  return node;
}
const row = (number) => fill(template.cloneNode(true), "ATL-" + number);
globalThis.bench = {
  insert(count, from = 1) {
    const rows = document.createDocumentFragment();
    for (let at = 0; at < count; at++) rows.append(row(from + at));
    list.append(rows);
  },
  async scroll(times) {
    bench.insert(60);
    let next = 61;
    for (let time = 0; time < times; time++) {
      await pause(50);
      for (let at = 0; at < 10; at++) list.firstElementChild.remove();
      bench.insert(10, next);
      next += 10;
    }
  },
  async mutate(times) {
    const beside = document.getElementById("beside");
    const channel = new MessageChannel();
    const turn = () => new Promise((resolve) => { channel.port1.onmessage = resolve; channel.port2.postMessage(0); });
    for (let time = 0; time < times; time++) {
      const node = document.createElement("div");
      node.append(document.createElement("span"), "note " + time);
      beside.replaceChildren(node);
      await turn();
    }
  },
  watch() {
    const first = [...list.children].slice(0, 20);
    const look = () => {
      if (first.some((it) => it.querySelector("plumbline-badge") === null)) { bare++; if (bare < 600) requestAnimationFrame(look); }
    };
    requestAnimationFrame(() => requestAnimationFrame(look));
  },
  bareFrames: () => bare,
  shift: () => shift,
};`;

/** Opens the page in a new tab, which `prepare` gets before; it draws `rows` rows as it loads. */
export async function openHostPage(
  context: BrowserContext,
  host: HostPage,
  rows: number,
  prepare: (page: Page) => Promise<void> = async () => {},
): Promise<Page> {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Backlog</title><style>body { font: 14px sans-serif; } ${host.style}</style></head>
    <body><div id="beside"></div>${host.list}<template>${host.template}</template><script>${script} bench.insert(${rows});</script></body></html>`;
  await context.unroute(host.address);
  await context.route(host.address, (route) =>
    route.fulfill({ contentType: "text/html; charset=utf-8", body: html }),
  );
  const page = await context.newPage();
  await prepare(page);
  await page.goto(host.address);
  return page;
}
