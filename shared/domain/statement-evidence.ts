import { type Ask, askedStatement } from "./asked-statement";
import { type CommentFacts, evidenceIn, readAsk, type SignOffEvidence } from "./sign-off";

/** What the comments below the statement of an object say of it. */
export interface Evidence {
  signatures: SignOffEvidence[];
  /** Who asked for signatures for its statement, oldest first. */
  asks: Ask[];
}

/** A comment with the words that it has and what the tracker vouches for. */
export interface ReadComment {
  text: string;
  facts: CommentFacts;
  /** The same words as a page of Markdown. */
  markdown(): string;
}

/** The evidence in comments, oldest first. */
export const evidenceFrom = (object: string, comments: readonly ReadComment[]): Evidence => ({
  signatures: comments.flatMap(({ text, facts }) => evidenceIn(text, facts)),
  asks: comments.flatMap(({ text, facts, markdown }) => {
    const ask = readAsk(text);
    if (ask?.object !== object) return [];
    const isTheirs = facts.author.kind === "person" && facts.edited !== "by-other";
    return {
      ...{ hash: ask.hash, at: facts.createdAt, by: isTheirs ? facts.author.id : null },
      statement: askedStatement(markdown()),
    };
  }),
});
