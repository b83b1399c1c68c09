import { z } from "zod";

/** A node of the Atlassian Document Format, as far as the sandbox reads it; unknown parts are kept as they came. */
export interface AdfNode {
  type: string;
  version?: number;
  text?: string;
  content?: AdfNode[];
  attrs?: Record<string, unknown>;
  marks?: { type: string; attrs?: Record<string, unknown> }[];
}

/** A document of paragraphs (blank line between them) with hard breaks (single newline). */
export function textToAdf(text: string): AdfNode {
  const paragraphs = text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
  return {
    type: "doc",
    version: 1,
    content: paragraphs.map((paragraph) => ({
      type: "paragraph",
      content: paragraph
        .split("\n")
        .filter((line) => line !== "")
        .flatMap((line, index): AdfNode[] =>
          index === 0
            ? [{ type: "text", text: line }]
            : [{ type: "hardBreak" }, { type: "text", text: line }],
        ),
    })),
  };
}

const inline = new Set(["text", "hardBreak", "mention", "emoji", "inlineCard", "date", "status"]);

/** The plain text of a node: blocks on lines of their own, marks dropped. */
export function adfToText(node: AdfNode | null): string {
  if (node === null) return "";
  if (node.type === "hardBreak") return "\n";
  if (node.text !== undefined) return node.text;
  const named = node.attrs?.text ?? node.attrs?.url;
  if (inline.has(node.type)) return typeof named === "string" ? named : "";
  const children = node.content ?? [];
  const ofInline = children.every((child) => inline.has(child.type));
  const separator = ofInline ? "" : node.type === "doc" ? "\n\n" : "\n";
  return children.map(adfToText).join(separator);
}

const adfNode: z.ZodType<AdfNode> = z.lazy(() =>
  z.looseObject({
    type: z.string(),
    text: z.string().exactOptional(),
    content: z.array(adfNode).exactOptional(),
    attrs: z.record(z.string(), z.unknown()).exactOptional(),
    marks: z
      .array(z.object({ type: z.string(), attrs: z.record(z.string(), z.unknown()).exactOptional() }))
      .exactOptional(),
  }),
);

/** A whole document: `{type: "doc", version: 1, content: [...]}`. */
export const adfDocument = z.looseObject({
  type: z.literal("doc"),
  version: z.literal(1),
  content: z.array(adfNode),
});
