import type { PageAct, Tree } from "./fragments";

/** Draws, plays and looks at one case in a document. Holds on to nothing around it, so that a browser's page can run its text. */
export function pagePlayer(document: Document): {
  draw(tree: Tree, into: Element): void;
  play(act: PageAct, within: Element): void;
  faults(within: Element): string[];
} {
  const mostLevels = 600;
  const notEditable = '[contenteditable="false"]';

  /** The host's own hand; where the tree is no longer one, less is drawn. */
  function draw(tree: Tree, into: Element, level = 0): void {
    if (tree === null || level > mostLevels) return;
    if (typeof tree !== "object") {
      into.append(document.createTextNode(String(tree)));
      return;
    }
    if (Array.isArray(tree)) {
      for (const it of tree) draw(it, into, level + 1);
      return;
    }
    const { tag, attributes, children } = tree;
    // Scripts are the host's own; what is looked for are those that somebody else would run.
    const name =
      typeof tag === "string" && /^[a-z][a-z0-9-]{0,20}$/.test(tag) && tag !== "script" ? tag : "div";
    const element =
      name === "svg"
        ? document.createElementNS("http://www.w3.org/2000/svg", "svg")
        : document.createElement(name);
    if (typeof attributes === "object" && attributes !== null) {
      for (const [key, value] of Object.entries(attributes)) {
        const isPlain = typeof value !== "object" || value === null;
        if (isPlain && /^[a-z][a-z-]*$/.test(key) && !key.startsWith("on"))
          element.setAttribute(key, String(value));
      }
    }
    into.append(element);
    draw(children ?? null, element, level + 1);
  }

  function play({ act, at, to }: PageAct, within: Element): void {
    const elements = [...within.querySelectorAll("*")].filter(
      ({ localName }) => !localName.startsWith("plumbline-"),
    );
    const links = elements.filter((it) => it.localName === "a");
    const element = elements[at % Math.max(1, elements.length)];
    const other = elements[to % Math.max(1, elements.length)];
    const link = links[at % Math.max(1, links.length)];
    if (element === undefined || other === undefined) return;
    switch (act) {
      case "recycle":
        link?.setAttribute("href", links[to % links.length]?.getAttribute("href") ?? "");
        break;
      case "remove":
        element.remove();
        break;
      case "move":
        if (!element.contains(other)) other.append(element);
        break;
      case "redraw":
        element.replaceChildren(...[...element.childNodes].map((it) => it.cloneNode(true)));
        break;
      case "strip-badges":
        for (const badge of [...within.querySelectorAll("plumbline-badge")]) badge.remove();
        break;
      case "clone":
        other.before(element.cloneNode(true));
        break;
      case "edit-text":
        for (const node of [...element.childNodes]) if (node.nodeType === 3) node.nodeValue = "OPS-17 edited";
        break;
      case "make-editable":
        element.setAttribute("contenteditable", "true");
        break;
      case "wrap": {
        const box = document.createElement("div");
        element.replaceWith(box);
        box.append(element);
        break;
      }
    }
  }

  /** What must never be, whatever the page looks like. */
  function faults(within: Element): string[] {
    const found: string[] = [];
    for (const badge of document.querySelectorAll<HTMLElement>("plumbline-badge")) {
      const { key } = badge.dataset;
      if (!within.contains(badge)) found.push("a badge outside of the page's own content");
      if (key === undefined || !/^[A-Z][A-Z0-9_]*-[0-9]+$/.test(key)) found.push(`a badge of "${key}"`);
      if (badge.childNodes.length > 0) found.push("a badge with something of the page in it");
      const inside = [...(badge.shadowRoot?.querySelectorAll("*") ?? [])].map((it) => it.localName);
      if (badge.shadowRoot !== null && inside.filter((it) => it !== "style").join() !== "span,span,span")
        found.push(`markup in a badge: ${inside}`);
      const box = badge.closest(
        "[contenteditable],[role=textbox],.ProseMirror,[data-editor-id],.ak-renderer-document,[role=menu]",
      );
      if (box !== null && !box.matches(notEditable))
        found.push(`a badge of ${key} in ${box.outerHTML.slice(0, 80)}`);
    }
    if (Reflect.get(globalThis, "owned") !== undefined) found.push("markup was executed");
    return found;
  }

  return { draw, play, faults };
}
