/** The elements that the editor makes or lets the browser make; everything else in it is foreign. */
const ownTags = new Set(["P", "H1", "H2", "H3", "UL", "LI", "BR"]);

/** Markdown as the editor's blocks: paragraphs, headings, bullet lists. Marks inside a line stay as written. */
export function renderMarkdown(markdown: string, page: Document = document): Node[] {
  const blocks: HTMLElement[] = [];
  const add = (tag: string, text: string, parent?: HTMLElement) => {
    const block = page.createElement(tag);
    if (text === "") block.append(page.createElement("br"));
    else block.textContent = text;
    if (parent) parent.append(block);
    else blocks.push(block);
  };
  for (const line of markdown.split("\n")) {
    const heading = /^(#{1,3}) (.+)$/.exec(line);
    const bullet = /^[-*] (.*)$/.exec(line);
    if (heading?.[1]) add(`h${heading[1].length}`, heading[2] ?? "");
    else if (bullet) {
      const last = blocks.at(-1);
      const list = last?.tagName === "UL" ? last : page.createElement("ul");
      if (list !== last) blocks.push(list);
      add("li", bullet[1] ?? "", list);
    } else if (line.trim() !== "") add("p", line);
  }
  if (blocks.length === 0) add("p", "");
  return blocks;
}

/** The editor's blocks as Markdown; foreign elements are left out. */
export function readMarkdown(editor: HTMLElement): string {
  const parts: string[] = [];
  for (const block of editor.childNodes) {
    if (isForeign(block)) continue;
    const text = textOf(block);
    const tag = block instanceof Element ? block.tagName : "P";
    if (tag === "UL") parts.push([...block.childNodes].map((item) => `- ${textOf(item)}`).join("\n"));
    else if (tag.startsWith("H")) parts.push(`${"#".repeat(Number(tag.charAt(1)))} ${text}`);
    else if (text !== "") parts.push(text);
  }
  // The browser types a space at a line's end as a no-break space.
  return parts.join("\n\n").replaceAll("\u00a0", " ");
}

/** Whether a node inside the editor is none of the editor's own. */
export function isForeign(node: Node): boolean {
  if (node.nodeType === Node.TEXT_NODE) return false;
  return !(node instanceof Element) || !ownTags.has(node.tagName) || node.attributes.length > 0;
}

function textOf(node: Node): string {
  return [...node.childNodes].every((child) => !isForeign(child))
    ? (node.textContent ?? "")
    : [...node.childNodes].map((child) => (isForeign(child) ? "" : (child.textContent ?? ""))).join("");
}
