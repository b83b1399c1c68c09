import { statementHash } from "./canonical";
import { readStatement } from "./markdown";
import { pageOfAsk, readAsk } from "./sign-off";
import type { Statement } from "./statement";

/** A comment that asked for signatures of one text of a statement. */
export interface Ask {
  hash: string;
  /** A UTC ISO moment. */
  at: string;
  /** The account id of who asked; null: an app did, or somebody else rewrote the comment. */
  by: string | null;
  /** The text; null: what the comment shows is not, or no more, the text whose hash it names. */
  statement: Statement | null;
}

/** The statement that a comment in Markdown shows when it asks for signatures; null where the hash it names is another text's. */
export function askedStatement(markdown: string): Statement | null {
  const page = readStatement(pageOfAsk(markdown));
  if (page.kind !== "value") return null;
  return statementHash(page.value) === readAsk(markdown)?.hash ? page.value : null;
}
