import { unescapeLine } from "../domain/markdown-text";
import { type RichNode, richNode } from "../domain/rich-text";

/** A node of the Atlassian Document Format, as far as Plumbline writes and reads it. */
export type AdfNode = RichNode & { version?: number };

/** A person within the Markdown that `markdownToAdf` reads. */
export const mentionOf = (accountId: string): string => `[~accountid:${accountId}]`;

const mention = /\[~accountid:([\w:-]{1,128})\]/;
const bold = /\*\*([^*]+)\*\*/;

/** The Markdown that Plumbline itself writes, as a document: headings, lists, bold, mentions; all else is words. */
export function markdownToAdf(markdown: string): AdfNode {
  const blocks = markdown
    .split(/\n{2,}/)
    .map((it) => it.trim())
    .filter((it) => it !== "");
  return { type: "doc", version: 1, content: blocks.map(blockOf) };
}

function blockOf(block: string): AdfNode {
  const [, marks, title] = /^(#{1,6}) (.+)$/.exec(block) ?? [];
  if (marks !== undefined && title !== undefined)
    return { type: "heading", attrs: { level: marks.length }, content: wordsOf(title) };
  if (!block.startsWith("* ")) return paragraph(block);
  const items = block.slice(2).split(/\n\* /);
  return {
    type: "bulletList",
    content: items.map((it) => ({ type: "listItem", content: [paragraph(it.replace(/\n {2}/g, "\n"))] })),
  };
}

const paragraph = (text: string): AdfNode => ({
  type: "paragraph",
  content: text
    .split("\n")
    .flatMap((line, at) => (at === 0 ? wordsOf(line) : [{ type: "hardBreak" }, ...wordsOf(line)])),
});

function wordsOf(line: string): AdfNode[] {
  return line.split(/(\[~accountid:[\w:-]{1,128}\]|\*\*[^*]+\*\*)/).flatMap((part): AdfNode[] => {
    const person = mention.exec(part)?.[1];
    if (person !== undefined) return [{ type: "mention", attrs: { id: person } }];
    const strong = bold.exec(part)?.[1];
    const text = unescapeLine(strong ?? part);
    if (text === "") return [];
    return [{ type: "text", text, ...(strong !== undefined && { marks: [{ type: "strong" }] }) }];
  });
}

/**
 * The words of a document, a block a line, what is quoted behind `>`, a mention by its text. Null: it is no document.
 */
export function adfText(raw: unknown): string | null {
  const document = richNode.safeParse(raw);
  return document.success ? textOf(document.data).trim() : null;
}

const inline = new Set(["text", "hardBreak", "mention", "emoji", "inlineCard", "date", "status"]);

function textOf({ type, text, content = [], attrs }: RichNode): string {
  if (type === "hardBreak") return "\n";
  if (text !== undefined) return text;
  const named = attrs?.text ?? attrs?.url;
  if (inline.has(type)) return typeof named === "string" ? named : "";
  const whole = content.map(textOf).join(content.every((it) => inline.has(it.type)) ? "" : "\n");
  return type === "blockquote" ? whole.replace(/^/gm, "> ") : whole;
}
