import type { Ask } from "./asked-statement";
import { statementHash } from "./canonical";
import type { Statement } from "./statement";

/** A text that a statement had, as its tracker keeps it. */
export interface WrittenText {
  /** Null: it is no statement, or cannot be read. */
  statement: Statement | null;
  /** Account ids of who wrote it. */
  by: readonly string[];
}

/**
 * Everybody who had a hand in what a statement says, by the texts that it had, oldest first. Who changed nothing that a signature
 * accepts, such as white space or the author's name, wrote nothing; of a text that cannot be read that is not known.
 */
export function writersOfTexts(texts: readonly WrittenText[]): string[] {
  const writers = new Set<string>();
  let before: string | null = null;
  for (const { statement, by } of texts) {
    const hash = statement === null ? null : statementHash(statement);
    if (hash === null || hash !== before) for (const it of by) writers.add(it);
    before = hash;
  }
  return [...writers];
}

/** Who called themselves the author of a text when they asked for its signatures: their own comment says it, whatever stands in the text since. */
export const writersByAsks = (asks: readonly Ask[]): string[] =>
  asks.flatMap(({ by, statement }) => (by !== null && statement?.author === by ? [by] : []));
