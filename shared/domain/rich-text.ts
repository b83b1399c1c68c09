import { z } from "zod";
import { escapeText } from "./markdown-text";

/** A node of a document as trackers keep it: Atlassian's format, or Linear's of ProseMirror, which spells `bulletList` as `bullet_list`. */
export interface RichNode {
  type: string;
  text?: string;
  content?: RichNode[];
  attrs?: Record<string, unknown>;
  marks?: { type: string; attrs?: Record<string, unknown> }[];
}

const attrs = z.record(z.string(), z.unknown());
export const richNode: z.ZodType<RichNode> = z.lazy(() =>
  z.object({
    type: z.string(),
    text: z.string().exactOptional(),
    content: z.array(richNode).exactOptional(),
    attrs: attrs.exactOptional(),
    marks: z.array(z.object({ type: z.string(), attrs: attrs.exactOptional() })).exactOptional(),
  }),
);

/** A document as a page of Markdown, as far as Plumbline's own pages need it: headings, lists, bold, links, words. Null: it is none. */
export function richTextMarkdown(raw: unknown): string | null {
  const parsed = richNode.safeParse(raw);
  return parsed.success ? blocksOf(parsed.data.content ?? []).join("\n\n") : null;
}

const nameOf = ({ type }: { type: string }): string => type.replaceAll("_", "").toLowerCase();

const blocksOf = (nodes: readonly RichNode[]): string[] => nodes.map(blockOf).filter((it) => it !== "");

function blockOf(node: RichNode): string {
  const { content = [], attrs } = node;
  switch (nameOf(node)) {
    case "heading":
      return `${"#".repeat(Number(attrs?.level) || 1)} ${wordsOf(content)}`;
    case "bulletlist":
    case "orderedlist":
      return content.map((it) => `* ${indented(blocksOf(it.content ?? []).join("\n\n"))}`).join("\n");
    case "blockquote":
      return blocksOf(content).join("\n\n").replace(/^/gm, "> ");
    case "paragraph":
      return wordsOf(content);
    default:
      return content.length > 0 ? blocksOf(content).join("\n\n") : wordsOf([node]);
  }
}

const indented = (text: string): string => text.replace(/\n(?=.)/g, "\n  ");

const wordsOf = (nodes: readonly RichNode[]): string => nodes.map(wordOf).join("");

function wordOf(node: RichNode): string {
  if (nameOf(node) === "hardbreak") return "\n";
  const { text, attrs, marks = [], content = [] } = node;
  if (text === undefined) return named(attrs) ?? wordsOf(content);
  const words = escapeText(text);
  const bold = marks.some((it) => ["strong", "bold"].includes(nameOf(it)));
  const href = marks.find((it) => nameOf(it) === "link")?.attrs?.href;
  if (typeof href === "string" && href !== text) return `[${words}](${href})`;
  return bold ? `**${words}**` : words;
}

/** What stands for a mention, a card or an emoji. */
const named = (attrs: RichNode["attrs"]): string | null => {
  const name = attrs?.text ?? attrs?.label ?? attrs?.url;
  return typeof name === "string" ? escapeText(name) : null;
};
