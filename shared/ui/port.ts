import type { Aim } from "../domain/aim";
import type { Alignment } from "../domain/alignment";
import type { ChangedSince } from "../domain/changed-since";
import type { TicketBelow } from "../domain/inheritors";
import type { WorkItem } from "../domain/issue";
import type { Lane } from "../domain/lane";
import type { Room } from "../domain/limits";
import type { Policy } from "../domain/policy";
import type { Result } from "../domain/result";
import type { Sheet } from "../domain/sheet";
import type { Waiting } from "../domain/sign-off-waiting";
import type { StatementStanding } from "../domain/standing";
import type { Statement } from "../domain/statement";
import type { Suggestion } from "../domain/suggest-bets";
import type { GatePort } from "./gate/gate-port";

/** The parts of an object that people write; null: it has none. `deferral` is a day, `parent` a lasting id. */
export interface PartValues {
  statement: Statement | null;
  sheet: Sheet | null;
  lane: Lane | null;
  deferral: string | null;
  parent: string | null;
}
export type Part = keyof PartValues;
/** The parts that are one field of a ticket. */
export type Field = "lane" | "deferral" | "parent";

/** A part as it stood when it was read, to write over. `value` "unreadable": it stands there, and is no such value. */
export interface Standing<P extends Part> {
  version: string;
  value: PartValues[P] | "unreadable";
  /** What stands there, whether it can be read or not. */
  raw: unknown;
}

/** Why the host could not read or write. `kind` is one of a closed list with a sentence each: `failure_*` in the catalog. */
export interface PortFailure {
  kind: string;
  /** The tracker's own words, where it had any. */
  message: string | null;
}

/** One ticket with all that it serves, nearest first. */
export interface TicketView {
  ticket: WorkItem;
  ancestors: readonly WorkItem[];
  alignment: Alignment;
  policy: Policy;
  /** UTC ISO. */
  readAt: string;
}

/** Where the statement of an object stands by the evidence, verified just now. */
export interface SignOffView extends StatementStanding {
  waiting: Waiting | null;
  /** What became of it since this person, or somebody, signed it or was asked to; null: nothing. */
  changed: ChangedSince | null;
  /** Display names by account id, as far as the tracker gave them. */
  names: Readonly<Record<string, string>>;
  /** The account id of the person in front of the screen. */
  me: string;
  /** They wrote it, and so cannot sign it under the policy. */
  isOwn: boolean;
  /** UTC ISO. */
  checkedAt: string;
}

/** A text that a page had. */
export interface KeptPage<P extends "statement" | "sheet"> {
  value: NonNullable<PartValues[P]> | "unreadable";
  /** A UTC ISO moment. */
  at: string;
  /** Names, as far as they may be seen. */
  by: readonly string[];
}

/** The aims that bets may serve. */
export interface AimsNow {
  /** `url`: where the tracker itself shows it; null: nowhere. */
  aims: readonly (Aim & { url: string | null })[];
  /** What to write a new list over; null: they are the tracker's own objects, changed there. */
  base: { version: string; value: unknown } | null;
}

/** Tickets below an object. */
export interface Below {
  tickets: readonly TicketBelow[];
  /** There are more than were read. */
  isCut: boolean;
}

/** Something to write. `id` is made by the caller, so that asking twice is asking once. */
export type NewWrite = { id: string; object: string } & (
  | { kind: Part; value: unknown; base: { version: string; value: unknown } | null; after: string | null }
  | { kind: "aims"; value: Aim[]; base: { version: string; value: unknown }; after: string | null }
  | { kind: "policy"; value: Policy; base: { version: string; value: unknown }; after: string | null }
  | { kind: "comment"; value: CommentToWrite }
);
export type CommentToWrite =
  | { act: "ask"; hash: string; functions: string[]; people: string[]; page: string }
  | { act: "sign-off"; function: string; hash: string }
  | { act: "withdrawal"; function: string }
  | { act: "note"; text: string }
  /** `until` is a UTC ISO moment. */
  | { act: "break-glass"; reason: string; until: string };

/** A write that is not done. */
export interface Pending {
  id: string;
  object: string;
  kind: string;
  state: "waiting" | "sending" | "conflict" | "refused";
  /** What the person wrote last. */
  mine: unknown;
  failure: PortFailure | null;
  /** Somebody else wrote the same part: `theirs`, over or under ours. */
  conflict: { theirs: unknown; covered: unknown | null } | null;
  /** When it is tried again, UTC ISO; null: it is being sent, or waits for a person. */
  retryAt: string | null;
}

/** All that the UI may ask of its host, which is bound to one site. Nothing here throws for what a tracker may answer. */
export interface AlignmentPort extends GatePort {
  /** What is known of a ticket, without asking the tracker; null: nothing. */
  knownTicket(key: string): Promise<TicketView | null>;
  /** What is known of a ticket, asking the tracker where that is nothing, or too old. */
  readTicket(key: string): Promise<Result<TicketView, PortFailure>>;
  readPart<P extends Part>(object: string, part: P): Promise<Result<Standing<P>, PortFailure>>;
  /** One field of many tickets, by ticket; one that is not there, or may not be seen, is left out. */
  readFields<F extends Field>(
    objects: readonly string[],
    field: F,
  ): Promise<Result<Readonly<Record<string, Standing<F>>>, PortFailure>>;
  /** The texts that a page had, oldest first, as far as the tracker keeps them. */
  readTexts<P extends "statement" | "sheet">(
    object: string,
    part: P,
  ): Promise<Result<KeptPage<P>[], PortFailure>>;
  /**
   * Reads all comments of an object, who wrote it and the policy as it stands now; `item` is the object with its statement as it
   * stands in the tracker.
   */
  readSignOffs(item: WorkItem, statement: Statement): Promise<Result<SignOffView, PortFailure>>;
  /** The project or team that an object with this key belongs to, for what is shared there. */
  scopeOf(key: string): string;
  readAims(scope: string): Promise<Result<AimsNow, PortFailure>>;
  /** The tickets below an object, as far as a few calls go. */
  readBelow(object: string): Promise<Result<Below, PortFailure>>;
  /** Those of them that are known, without asking the tracker. */
  knownBelow(object: string): Promise<TicketBelow[]>;
  /** The account id of the person in front of the screen. */
  readMe(): Promise<Result<string, PortFailure>>;
  /** Runs `act` in one page of this host at a time, for what must not be begun twice. */
  inTurn<T>(name: string, act: () => Promise<T>): Promise<T>;
  /** The room that a page or a comment leaves of what the tracker takes. */
  room(kind: "statement" | "sheet" | "comment", object: string, value: unknown): Room;
  /** Kept before it is sent: once this is done, it survives whatever happens. All or none. */
  write(writes: readonly NewWrite[]): Promise<void>;
  /** Done with the write when the tracker has it; false where it was let go or waits for a person. */
  settled(id: string): Promise<boolean>;
  watchPending(act: (writes: Pending[]) => void, signal: AbortSignal): void;
  retry(ids: readonly string[]): Promise<void>;
  /** The person chose what shall stand. */
  resolve(id: string, value: unknown): Promise<void>;
  /** Lets a write go. False while it is being sent or where it is gone. */
  discard(id: string): Promise<boolean>;
  /** What the person was writing here when they left; null: nothing. */
  readDraft(object: string, part: Part): Promise<unknown>;
  keepDraft(object: string, part: Part, value: unknown): Promise<void>;
  dropDraft(object: string, part: Part): Promise<void>;
  /** Tells at once, and whenever what is known without asking the tracker has changed. */
  watchKnown(act: () => void, signal: AbortSignal): void;
  /** Tickets that are known, newest reading first, without asking the tracker. */
  knownTickets(): Promise<TicketView[]>;
  /** Statements that are known, but those of an object and of what lies below it, which may be copies of its own. */
  knownStatements(except: string): Promise<Statement[]>;
  /** Bets that are known, without asking the tracker. */
  knownBets(): Promise<WorkItem[]>;
  /** The bets nearest to a ticket, best first. */
  suggestBets(key: string): Promise<Suggestion[]>;
  /** Opens an address of the tracker beside or instead of the page. */
  open(url: string): void;
}
