import { z } from "zod";

/** The functions of a company that accept a statement. */
export const signOffFunction = z.enum(["product", "engineering", "go-to-market"]);
export type SignOffFunction = z.infer<typeof signOffFunction>;

/** What the code in a comment says; `function` may be one that no policy knows. */
export interface SignOffCode {
  function: string;
  /** `statementHash` of the accepted text. */
  hash: string;
}

/** A sign-off code with what the tracker vouches for about the comment that carries it. */
export interface SignOffEvidence extends SignOffCode {
  author: { id: string; name: string; kind: "person" | "app" };
  /** A UTC ISO moment. */
  createdAt: string;
  edited: "no" | "by-author" | "by-other";
}

const code = /(?<![\w:-])plumbline:sign-off:v1:([a-z][a-z-]{0,39}):([0-9a-f]{64})(?!\w)/g;

/** The text of a sign-off comment: a line for people, then the code. Good as plain text and as Markdown. */
export const writeSignOff = (signOff: SignOffCode): string =>
  `Signed off the problem statement for ${signOff.function}\n\nplumbline:sign-off:v1:${signOff.function}:${signOff.hash}`;

/**
 * The sign-off that a comment makes, whatever stands around its code. Null where there is none, where the
 * comment only quotes one (a line that starts with `>`), and where two that differ leave it unclear.
 */
export function readSignOff(commentText: string): SignOffCode | null {
  const own = commentText
    .split(/\r\n?|\n/)
    .filter((it) => !it.trimStart().startsWith(">"))
    .join("\n");
  let found: SignOffCode | null = null;
  for (const [, name, hash] of own.matchAll(code)) {
    if (name === undefined || hash === undefined) continue;
    if (found !== null && (found.function !== name || found.hash !== hash)) return null;
    found = { function: name, hash };
  }
  return found;
}
