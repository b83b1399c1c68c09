import type { AdfNode } from "../adf";

const issueKey = /\b[A-Z][A-Z0-9_]+-\d+\b/g;

/** Every key-like word of a document, once, in order; whether such an issue exists is for the caller to find. */
export function mentionedKeys(node: AdfNode): string[] {
  const here = node.text?.match(issueKey) ?? [];
  return [...new Set([...here, ...(node.content ?? []).flatMap(mentionedKeys)])];
}

function linkText(node: AdfNode & { text: string }, exists: (key: string) => boolean): AdfNode[] {
  const parts: AdfNode[] = [];
  let from = 0;
  const add = (to: number) => {
    if (to > from) parts.push({ ...node, text: node.text.slice(from, to) });
    from = to;
  };
  for (const match of node.text.matchAll(issueKey)) {
    const [key] = match;
    if (!exists(key)) continue;
    add(match.index);
    const link = { type: "link", attrs: { href: `/browse/${key}` } };
    parts.push({ ...node, text: key, marks: [...(node.marks ?? []), link] });
    from = match.index + key.length;
  }
  add(node.text.length);
  return parts;
}

/** The document with each mention of an existing issue made a link; text that is a link already stays. */
export function linkMentions(node: AdfNode, exists: (key: string) => boolean): AdfNode {
  const content = node.content?.flatMap((child) => {
    const { text } = child;
    if (text === undefined || child.marks?.some((mark) => mark.type === "link"))
      return linkMentions(child, exists);
    return linkText({ ...child, text }, exists);
  });
  return content ? { ...node, content } : node;
}

/** The document with the name of each person whom it mentions, which Jira finds by the account id, whatever the document says. */
export function nameMentions(node: AdfNode, nameOf: (accountId: string) => string | undefined): AdfNode {
  if (node.type === "mention") {
    const name = nameOf(String(node.attrs?.id)) ?? "unknown";
    return { ...node, attrs: { ...node.attrs, text: `@${name}` } };
  }
  return node.content ? { ...node, content: node.content.map((it) => nameMentions(it, nameOf)) } : node;
}
