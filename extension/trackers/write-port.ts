import type { RequiredFunction } from "../../shared/domain/policy";
import type { Result } from "../../shared/domain/result";
import { type CommentFacts, evidenceIn, readAsk, type SignOffEvidence } from "../../shared/domain/sign-off";
import type { Members } from "../../shared/domain/signers";
import type { Versioned, WriteFailure } from "../store/outbox-row";
import type { Sender } from "../store/outbox-sender";
import type { PartName } from "./part-write";
import type { ApiAnswer, ApiRequest } from "./tracker-api";

/** Makes one call to a tracker with the person's session or key. Never throws: no answer has status 0. */
export type WriteCall = (request: ApiRequest, signal: AbortSignal) => Promise<ApiAnswer>;

/** How one tracker is written, and read with the care that writing and signing need. Objects are named by their lasting ids. */
export interface WritePort {
  /** Who writes one kind of thing, for the outbox: each part by its name, and `comment`. */
  senderOf(kind: string): Sender | undefined;
  /** A part as it stands now, to write over. */
  readPart(object: string, part: PartName, signal: AbortSignal): Promise<Result<Versioned, WriteFailure>>;
  /** What the comments below the statement of an object say of it, from all their pages, or nothing at all. */
  readEvidence(object: string, signal: AbortSignal): Promise<Result<Evidence, WriteFailure>>;
  /** Who belongs to the groups and roles that functions name. What may not be read is left out. */
  readMembers(
    scope: string,
    functions: readonly RequiredFunction[],
    signal: AbortSignal,
  ): Promise<Result<Members, WriteFailure>>;
  /** The account id of the person whose session or key it is. */
  readMe(signal: AbortSignal): Promise<Result<string, WriteFailure>>;
  /** Display names by account id; who may not be seen is left out. */
  readNames(
    people: readonly string[],
    signal: AbortSignal,
  ): Promise<Result<Record<string, string>, WriteFailure>>;
}

export interface Evidence {
  signatures: SignOffEvidence[];
  /** When signatures for its statement were last asked for, UTC ISO; null: never. */
  askedAt: string | null;
}

/** The evidence in comments, oldest first: each with the text it has and what the tracker vouches for. */
export const evidenceFrom = (
  object: string,
  comments: readonly { text: string; facts: CommentFacts }[],
): Evidence => ({
  signatures: comments.flatMap(({ text, facts }) => evidenceIn(text, facts)),
  askedAt: comments.findLast(({ text }) => readAsk(text)?.object === object)?.facts.createdAt ?? null,
});
