import type { CDPSession } from "playwright-core";
import type { Tab } from "./player";

/** Where the host's parts stand is compared with and without the overlay: rows, cards, cells, headers, sections. */
const parts = {
  jira: "header, .section, .row, .row-card, .column, .card, .card-summary, .card-footer, .issue-actions, h1, tr, .line-card, .field, aside, .issue-section",
  linear:
    "main, aside, section, article, [role=textbox], [data-scroll-container], a[data-list-row], a[data-board-item]",
};

/** What the overlay leaves or does in the tab's page that no overlay should; empty: nothing. */
export async function tracesIn({ page, tracker }: Tab): Promise<string[]> {
  const found = await page.evaluate((selector) => {
    const isOurs = (it: Element) =>
      it.localName.startsWith("plumbline-") ||
      it.getAttributeNames().some((name) => name.startsWith("data-plumbline"));
    const count = (tag: string) => document.getElementsByTagName(tag).length;
    const found: string[] = [];
    for (const tag of ["plumbline-chip", "plumbline-hovercard"])
      if (count(tag) > 1) found.push(`${count(tag)} ${tag}`);
    for (const editor of document.querySelectorAll("[contenteditable], [role=textbox], textarea, input"))
      for (const it of [editor, ...editor.querySelectorAll("*")])
        if (isOurs(it)) found.push(`in an editor: ${it.outerHTML.slice(0, 120)}`);
    const chip = document.querySelector("plumbline-chip")?.shadowRoot;
    if (!chip?.querySelector("[aria-pressed=true]") && document.querySelector("[data-plumbline-dimmed]"))
      found.push("rows dimmed without a spotlight");

    // In one task: the page itself does not get to see it.
    const boxes = () =>
      [...document.querySelectorAll(selector)].map((it) => {
        const { left, top, width, height } = it.getBoundingClientRect();
        return [left, top, width, height].map((px) => Math.round(px * 100) / 100).join(" ");
      });
    const having = boxes();
    const style = document.createElement("style");
    style.textContent = "plumbline-badge, plumbline-chip, plumbline-hovercard { display: none !important }";
    document.documentElement.append(style);
    const without = boxes();
    style.remove();
    const moved = having.findIndex((box, at) => box !== without[at]);
    if (moved >= 0) {
      const part = document.querySelectorAll(selector)[moved]?.outerHTML.slice(0, 160);
      found.push(`moved by us from ${without[moved]} to ${having[moved]}: ${part}`);
    }
    return found;
  }, parts[tracker]);
  return found;
}

/** What is alive of the overlay in the worlds that content scripts have in the page. */
export interface Alive {
  /** Of window and document, by their kind. */
  listeners: Record<string, number>;
  /** Elements of ours that are in no page any more. */
  detached: number;
}

export async function aliveIn({ session }: Pick<Tab, "session">): Promise<Alive> {
  const alive: Alive = { listeners: {}, detached: 0 };
  for (const contextId of await ourWorlds(session)) {
    for (const target of ["window", "document"]) {
      const { listeners } = await session.send("DOMDebugger.getEventListeners", {
        objectId: await objectOf(session, target, contextId),
      });
      for (const { type } of listeners) {
        // Named by the extension's id.
        const kind = `${target} ${type.split(":").at(-1)}`;
        alive.listeners[kind] = (alive.listeners[kind] ?? 0) + 1;
      }
    }
    const { objects } = await session.send("Runtime.queryObjects", {
      prototypeObjectId: await objectOf(session, "HTMLElement.prototype", contextId),
    });
    const { result } = await session.send("Runtime.callFunctionOn", {
      objectId: objects.objectId ?? "",
      returnByValue: true,
      functionDeclaration: `function () {
        // A prototype is among them, which has no name.
        const isOurs = (it) => Object.getPrototypeOf(it) !== Element.prototype && !Object.hasOwn(it, "constructor") && it.localName.startsWith("plumbline-");
        return this.filter((it) => isOurs(it) && !it.isConnected).length;
      }`,
    });
    alive.detached += Number(result.value);
    await session.send("Runtime.releaseObjectGroup", { objectGroup: "chaos" });
  }
  return alive;
}

async function ourWorlds(session: CDPSession): Promise<number[]> {
  const found: number[] = [];
  const note = ({ context }: { context: { id: number; origin: string } }) => {
    if (context.origin.startsWith("chrome-extension://")) found.push(context.id);
  };
  session.on("Runtime.executionContextCreated", note);
  // Tells of all worlds that are there already.
  await session.send("Runtime.enable");
  await session.send("Runtime.disable");
  session.off("Runtime.executionContextCreated", note);
  return found;
}

async function objectOf(session: CDPSession, expression: string, contextId: number): Promise<string> {
  const { result } = await session.send("Runtime.evaluate", { expression, contextId, objectGroup: "chaos" });
  if (result.objectId === undefined) throw new Error(`${expression} is no object`);
  return result.objectId;
}
