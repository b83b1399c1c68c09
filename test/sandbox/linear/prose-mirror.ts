interface Node {
  type: string;
  text?: string;
  attrs?: object;
  marks?: { type: string; attrs?: object }[];
  content?: Node[];
}

/** Markdown as the ProseMirror document that Linear's editor makes of it: headings, bullets, bold, links, hard breaks. Node names are Linear's. */
export function proseMirrorOf(markdown: string): Node {
  const content: Node[] = [];
  let open: "list" | "paragraph" | null = null;
  for (const line of markdown.split("\n")) {
    const [, level, title] = /^(#{1,6}) (.*)$/.exec(line) ?? [];
    const [, item] = /^\* (.*)$/.exec(line) ?? [];
    const last = content.at(-1);
    if (level !== undefined) {
      content.push({ type: "heading", attrs: { level: level.length }, content: inline(title ?? "") });
      open = null;
    } else if (item !== undefined) {
      const one: Node = { type: "list_item", content: [{ type: "paragraph", content: inline(item) }] };
      if (last?.type === "bullet_list") last.content?.push(one);
      else content.push({ type: "bullet_list", content: [one] });
      open = "list";
    } else if (line.trim() === "") {
      if (open !== "list") open = null;
    } else if (open === "list" && line.startsWith("  ")) {
      last?.content?.at(-1)?.content?.[0]?.content?.push({ type: "hard_break" }, ...inline(line.trim()));
    } else if (open === "paragraph") {
      last?.content?.push({ type: "hard_break" }, ...inline(line));
    } else {
      content.push({ type: "paragraph", content: inline(line) });
      open = "paragraph";
    }
  }
  return { type: "doc", content };
}

const parts =
  /\*\*((?:\\.|[^\\*])+)\*\*|(https?:\/\/[^\s<>[\]()*`\\|]+)|\\([!-/:-@[-`{-~])|([^\\*h]+|[\s\S])/g;

function inline(line: string): Node[] {
  const nodes: Node[] = [];
  for (const [, bold, url, escaped, plain] of line.matchAll(parts)) {
    const last = nodes.at(-1);
    if (bold !== undefined) {
      nodes.push({ type: "text", marks: [{ type: "bold" }], text: bold.replace(/\\(.)/g, "$1") });
    } else if (url !== undefined) {
      nodes.push({ type: "text", marks: [{ type: "link", attrs: { href: url } }], text: url });
    } else if (last?.type === "text" && last.marks === undefined) {
      last.text += escaped ?? plain ?? "";
    } else nodes.push({ type: "text", text: escaped ?? plain ?? "" });
  }
  return nodes;
}
