import type { ReactNode } from "react";
import { Link } from "../link";
import type { RichNode } from "../wire";

const stringOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

function withMark(inner: ReactNode, mark: NonNullable<RichNode["marks"]>[number]): ReactNode {
  const href = stringOf(mark.attrs?.href);
  if (mark.type === "link" && href) return <Anchor href={href}>{inner}</Anchor>;
  if (mark.type === "strong") return <strong>{inner}</strong>;
  if (mark.type === "em") return <em>{inner}</em>;
  if (mark.type === "strike") return <s>{inner}</s>;
  return mark.type === "code" ? <code>{inner}</code> : inner;
}

/** A link within the site opens in the page; any other one, and only http, in a new tab. */
function Anchor({ href, children }: { href: string; children: ReactNode }) {
  if (href.startsWith("/")) return <Link href={href}>{children}</Link>;
  if (!/^https?:\/\//i.test(href)) return children;
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}

function Node({ node }: { node: RichNode }): ReactNode {
  const inner = node.content?.map((child, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a document has no other identity for its nodes
    <Node key={index} node={child} />
  ));
  const url = stringOf(node.attrs?.url);
  switch (node.type) {
    case "text":
      return (node.marks ?? []).reduce(withMark, node.text);
    case "paragraph":
      return <p>{inner}</p>;
    case "hardBreak":
      return <br />;
    case "bulletList":
      return <ul>{inner}</ul>;
    case "orderedList":
      return <ol>{inner}</ol>;
    case "listItem":
      return <li>{inner}</li>;
    case "heading":
      return <h3>{inner}</h3>;
    case "codeBlock":
      return <pre>{inner}</pre>;
    case "blockquote":
      return <blockquote>{inner}</blockquote>;
    case "rule":
      return <hr />;
    case "inlineCard":
      return url ? <Anchor href={url}>{url}</Anchor> : null;
    default:
      return inner ?? stringOf(node.attrs?.text) ?? null;
  }
}

/** A document in the Atlassian Document Format, as Jira's renderer marks it. */
export const RichText = ({ document }: { document: RichNode }) => (
  <div className="ak-renderer-document">
    <Node node={document} />
  </div>
);
