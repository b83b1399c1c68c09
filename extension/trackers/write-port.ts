import type { RequiredFunction } from "../../shared/domain/policy";
import type { Result } from "../../shared/domain/result";
import type { SignOffEvidence } from "../../shared/domain/sign-off";
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
  /** Every signature below the statement of an object, from all pages of its comments, or none at all. */
  readEvidence(object: string, signal: AbortSignal): Promise<Result<SignOffEvidence[], WriteFailure>>;
  /** Who belongs to the groups and roles that functions name. What may not be read is left out. */
  readMembers(
    scope: string,
    functions: readonly RequiredFunction[],
    signal: AbortSignal,
  ): Promise<Result<Members, WriteFailure>>;
}
