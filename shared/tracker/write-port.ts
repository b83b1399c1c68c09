import type { Aim } from "../domain/aim";
import type { TicketBelow } from "../domain/inheritors";
import type { Room } from "../domain/limits";
import type { Policy, RequiredFunction } from "../domain/policy";
import type { Reading, Result } from "../domain/result";
import type { Members } from "../domain/signers";
import type { Standing } from "../domain/statement";
import type { Evidence } from "../domain/statement-evidence";
import type { Versioned, WriteFailure } from "../outbox/outbox-row";
import type { Sender } from "../outbox/outbox-sender";
import type { FieldPart, IssuePart, PagePart } from "./part-write";
import type { ApiAnswer, ApiRequest } from "./tracker-api";

/** Makes one call to a tracker with the person's session or key. Never throws: no answer has status 0. */
export type WriteCall = (request: ApiRequest, signal: AbortSignal) => Promise<ApiAnswer>;

/** How one tracker is written, and read with the care that writing and signing need. Objects are named by their lasting ids. */
export interface WritePort {
  /** Who writes one kind of thing, for the outbox: each part by its name, and `comment`. */
  senderOf(kind: string): Sender | undefined;
  /** The room that a page or a comment, as it would be kept, leaves of what the tracker takes. */
  roomOf(kind: PagePart | "comment", object: string, value: unknown): Room;
  /** A part as it stands now, to write over. */
  readPart(object: string, part: IssuePart, signal: AbortSignal): Promise<Result<Versioned, WriteFailure>>;
  /** One field of many issues as they stand now, by issue; what could not be read is left out. */
  readFields(
    issues: readonly string[],
    part: FieldPart,
    signal: AbortSignal,
  ): Promise<Result<ReadonlyMap<string, Versioned>, WriteFailure>>;
  /** What the comments below the statement of an object say of it, from all their pages, or nothing at all. */
  readEvidence(object: string, signal: AbortSignal): Promise<Result<Evidence, WriteFailure>>;
  /** The texts that a page had, oldest first, as far as the tracker keeps them. Whoever may edit it may have made them up. */
  readTexts(object: string, part: PagePart, signal: AbortSignal): Promise<Result<KeptText[], WriteFailure>>;
  /**
   * Who wrote the statements of objects, by account id, as far as the tracker keeps it; of all people, or at least of those `among`
   * them. An object that could not be read is left out.
   */
  readWriters(
    objects: readonly string[],
    among: readonly string[] | null,
    signal: AbortSignal,
  ): Promise<Result<ReadonlyMap<string, readonly string[]>, WriteFailure>>;
  /** The aims that the bets of a scope may serve. */
  readAims(scope: string, signal: AbortSignal): Promise<Result<AimsNow, WriteFailure>>;
  /** The policy of a scope, to be written over. */
  readPolicy(scope: string, signal: AbortSignal): Promise<Result<PolicyNow, WriteFailure>>;
  /** The tickets below an object, as far as a few calls go. */
  readBelow(object: string, signal: AbortSignal): Promise<Result<Below, WriteFailure>>;
  /** Notes where the statement of an object stands, for badges that live by such a note; absent: they read the evidence. */
  noteStanding?(object: string, standing: Standing, signal: AbortSignal): Promise<Result<void, WriteFailure>>;
  /** Who belongs to the groups and roles that functions name. What may not be read is left out. */
  readMembers(
    scope: string,
    functions: readonly RequiredFunction[],
    signal: AbortSignal,
  ): Promise<Result<Members, WriteFailure>>;
  /** The account id of the person whose session or key it is. */
  readMe(signal: AbortSignal): Promise<Result<string, WriteFailure>>;
  /** A few people of a scope whose names fit these words, with their account ids. */
  findPeople(
    scope: string,
    words: string,
    signal: AbortSignal,
  ): Promise<Result<{ id: string; name: string }[], WriteFailure>>;
  /** A few groups, and the roles of a scope, whose names fit; what may not be looked for is left out. */
  findGroups(
    scope: string,
    words: string,
    signal: AbortSignal,
  ): Promise<Result<{ kind: "group" | "role"; name: string }[], WriteFailure>>;
  /** Makes the place for a policy; absent: there always is one. */
  makePolicyPlace?(signal: AbortSignal): Promise<Result<void, WriteFailure>>;
  /** Display names by account id; who may not be seen is left out. */
  readNames(
    people: readonly string[],
    signal: AbortSignal,
  ): Promise<Result<Record<string, string>, WriteFailure>>;
}

export interface AimsNow {
  /** `url`: where the tracker itself shows it; null: nowhere. */
  aims: (Aim & { url: string | null })[];
  /** What to write a new list over; null: they are the tracker's own objects, changed there. */
  base: Versioned | null;
}

export interface PolicyNow {
  /** What to write a new one over; null: there is no place for one. */
  base: Versioned | null;
  reading: Reading<Policy>;
  /** What holds for everybody where none is written; absent: nothing. */
  otherwise?: Reading<Policy>;
  /** What it was, oldest first, with account ids of who wrote it, as far as the tracker tells. */
  changes: { at: string; by: readonly string[]; policy: Policy | null }[];
}

export interface Below {
  tickets: TicketBelow[];
  /** There are more than were read. */
  isCut: boolean;
}

/** A text that a part of an object had. */
export interface KeptText {
  value: unknown;
  /** A UTC ISO moment. */
  at: string;
  /** Account ids of who wrote it, as far as the tracker tells. */
  by: readonly string[];
}
