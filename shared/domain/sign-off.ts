import { z } from "zod";

/** The functions of a company that accept a statement. */
export const signOffFunction = z.enum(["product", "engineering", "go-to-market"]);
export type SignOffFunction = z.infer<typeof signOffFunction>;

/** What the code in a comment says; `function` may be one that no policy knows. */
export interface SignOffCode {
  function: string;
  /** The lasting id of the object that carries the statement, so that the code is worth nothing on another one. */
  object: string;
  /** `statementHash` of the accepted text. */
  hash: string;
}

/** What takes back a person's sign-offs of one statement for one function, whatever text they were for. */
export type WithdrawalCode = Omit<SignOffCode, "hash">;

/** What a comment does. */
export type Signature = ({ act: "sign-off" } & SignOffCode) | ({ act: "withdrawal" } & WithdrawalCode);

/** What the tracker vouches for about a comment. */
export interface CommentFacts {
  author: { id: string; name: string; kind: "person" | "app" };
  /** UTC ISO moments. */
  createdAt: string;
  editedAt: string | null;
  edited: "no" | "by-author" | "by-other";
}

/** A signature with the comment that carries it. */
export type SignOffEvidence = Signature & CommentFacts;

const object = String.raw`([\w-]{1,64})`;
const hash = "([0-9a-f]{64})";
const name = "([a-z][a-z-]{0,39})";
const codeOf = (body: string) => new RegExp(String.raw`(?<![\w:-])plumbline:${body}(?![\w:-])`, "g");
const signOffCode = codeOf(`sign-off:v2:${name}:${object}:${hash}`);
const withdrawalCode = codeOf(`withdrawal:v2:${name}:${object}`);
const askCode = codeOf(`ask:v2:${object}:${hash}`);

/** The text of a sign-off comment: a line for people, then the code. Good as plain text and as Markdown. */
export const writeSignOff = (it: SignOffCode): string =>
  `Signed off the problem statement for ${it.function}\n\n${writeSignOffCode(it)}`;

/** The code alone, as a person without Plumbline replies with it. */
export const writeSignOffCode = (it: SignOffCode): string =>
  `plumbline:sign-off:v2:${it.function}:${it.object}:${it.hash}`;

/** The text of a comment that takes a person's own sign-offs back. */
export const writeWithdrawal = (it: WithdrawalCode): string =>
  `Withdrew the sign-off of the problem statement for ${it.function}\n\nplumbline:withdrawal:v2:${it.function}:${it.object}`;

/**
 * The text of a comment that asks for signatures of one text. `mentions` are people as the tracker's comments name them; `page` is
 * the statement in Markdown. It holds the codes to reply with, and a mark that keeps it from being a signature itself.
 */
export function writeAsk(ask: {
  object: string;
  hash: string;
  functions: readonly string[];
  mentions: readonly string[];
  page: string;
}): string {
  const codes = ask.functions.map((it) =>
    writeSignOffCode({ function: it, object: ask.object, hash: ask.hash }),
  );
  return [
    `Please sign off this problem statement${ask.mentions.length === 0 ? "" : `: ${ask.mentions.join(", ")}`}`,
    ask.page.trim(),
    askEnd,
    ...codes,
    `plumbline:ask:v2:${ask.object}:${ask.hash}`,
  ].join("\n\n");
}

const askEnd = "To sign, reply with the line of your function:";

/** The page of Markdown in a comment that asks, between what is said to people before and after it. */
export const pageOfAsk = (markdown: string): string =>
  markdown.slice(Math.max(0, markdown.search(/^#/m)), markdown.lastIndexOf(askEnd)).trim();

/** Of which text of which object a comment asks for signatures; null where it does not. */
export function readAsk(commentText: string): Omit<SignOffCode, "function"> | null {
  const [match] = ownWords(commentText).matchAll(askCode);
  const [, object, hash] = match ?? [];
  return object === undefined || hash === undefined ? null : { object, hash };
}

/**
 * The signature that a comment makes, whatever stands around its code. Null where there is none, where the comment only quotes one
 * (a line that starts with `>`) or asks for them, and where two that differ leave it unclear.
 */
export function readSignature(commentText: string): Signature | null {
  const own = ownWords(commentText);
  if (own.search(askCode) >= 0) return null;
  const found = new Map<string, Signature>();
  for (const [code, name, object, hash] of own.matchAll(signOffCode)) {
    if (name && object && hash) found.set(code, { act: "sign-off", function: name, object, hash });
  }
  for (const [code, name, object] of own.matchAll(withdrawalCode)) {
    if (name && object) found.set(code, { act: "withdrawal", function: name, object });
  }
  const [first, second] = found.values();
  return second === undefined ? (first ?? null) : null;
}

/** The evidence in a comment: none or one, as a list to flatten. */
export function evidenceIn(commentText: string, facts: CommentFacts): SignOffEvidence[] {
  const signature = readSignature(commentText);
  return signature === null ? [] : [{ ...signature, ...facts }];
}

/** When somebody stood by what a comment says now: an author who edits it writes it anew. */
export const signedAt = (it: CommentFacts): string =>
  it.edited === "by-author" ? (it.editedAt ?? it.createdAt) : it.createdAt;

/** A comment without what it quotes: lines that start with `>`. */
export const ownWords = (commentText: string): string =>
  commentText
    .split(/\r\n?|\n/)
    .filter((it) => !it.trimStart().startsWith(">"))
    .join("\n");
