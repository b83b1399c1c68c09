import type { Entry, EntryVerdict } from "../../domain/entry";
import type { GateLogEntry } from "../../domain/gate-log-entry";
import type { WorkItem } from "../../domain/issue";
import type { Policy } from "../../domain/policy";
import type { PolicySource } from "../../domain/policy-in-force";
import type { Reading, Result } from "../../domain/result";
import type { SignatureWait } from "../../domain/signature-wait";
import type { PortFailure } from "../port";

/** One issue on its way into one sprint. */
export interface EntryAsked {
  /** A key or a lasting id. */
  issue: string;
  /** The sprint's id. */
  sprint: string;
}

/** What the gate says of it now, by evidence that was read just now. */
export interface JudgedEntry extends EntryAsked {
  /** Null: the tracker did not give it. */
  item: WorkItem | null;
  verdict: EntryVerdict;
  /** The policy that decided, or the default one where it could not be read. */
  policy: Policy;
}

/** Why a person went on against the gate. */
export interface Override {
  issue: string;
  sprint: string | null;
  how: "glass" | "warned";
  reason: string;
}

/** An open or future sprint with all that a verdict on each of its issues is made of. */
export interface SprintNow {
  id: string;
  name: string;
  /** Whether it has begun. */
  isOpen: boolean;
  /** How the addresses of its own page end, where it has one. */
  pages?: readonly string[];
  entries: readonly Entry[];
}

export interface SprintsNow {
  sprints: readonly SprintNow[];
  /** There are more issues than were read. */
  isCut: boolean;
  /** UTC ISO. */
  readAt: string;
}

/** The policy of a project or team, as it stands and as it holds in this browser. */
export interface PolicyView {
  /** What stands in the tracker. */
  project: Reading<Policy>;
  /** What to write a new one over; null: the tracker has no place for one. */
  base: { version: string; value: unknown } | null;
  holds: Reading<Policy>;
  /** "app": the project has none, and the app inside Jira says what holds then. */
  from: PolicySource | "app";
  /** Signatures are waited for longer than it allows, so that it does less than it says. */
  isDropped: boolean;
  /** The company lets nobody change it. */
  isLocked: boolean;
  /** What it was, newest first, with names of who wrote it, as far as the tracker tells. */
  changes: readonly { at: string; by: readonly string[]; policy: Policy | null }[];
}

/** Somebody whom a policy can name. */
export interface Person {
  /** The account id, which is what the policy keeps. */
  id: string;
  name: string;
}

/** A group or team, or a role that people have in a project, which a policy can name. */
export interface Group {
  kind: "group" | "role";
  /** What the policy keeps. */
  name: string;
}

/** What the UI may ask of its host about the gate. Nothing here throws for what a tracker may answer. */
export interface GatePort {
  /** Judges anew, with the evidence. */
  judgeEntries(asked: readonly EntryAsked[]): Promise<Result<JudgedEntry[], PortFailure>>;
  /** Puts issues into their sprints through the tracker's public API, once they are judged anew; gives those that are in. */
  enterSprints(asked: readonly EntryAsked[]): Promise<Result<EntryAsked[], PortFailure>>;
  /** Keeps why a person went on, in the log of this browser. */
  noteOverrides(overrides: readonly Override[]): Promise<void>;
  readPolicy(scope: string): Promise<Result<PolicyView, PortFailure>>;
  /** Makes the place for a policy where the tracker has none yet; one that is there stays as it is. */
  makePolicyPlace(): Promise<Result<void, PortFailure>>;
  /** A few people of a project or team whose names fit. */
  findPeople(scope: string, words: string): Promise<Result<Person[], PortFailure>>;
  /** A few groups, and the roles of a project, whose names fit; what the person may not look for is left out. */
  findGroups(scope: string, words: string): Promise<Result<Group[], PortFailure>>;
  /** Names by account id; who may not be seen is left out. */
  readNames(people: readonly string[]): Promise<Result<Record<string, string>, PortFailure>>;
  /** Keeps a policy in this browser alone, which holds where a project has none; null: forgets it. */
  keepOwnPolicy(own: Policy | null): Promise<void>;
  /** What the gate did since a moment, in milliseconds since 1970, as far as this host knows, oldest first. */
  readGateLog(since: number): Promise<Result<GateLogEntry[], PortFailure>>;
  /** How long signatures are waited for below what is known here; measured anew, and kept for the limit that a policy may set. */
  measureWaits(): Promise<Result<SignatureWait[], PortFailure>>;
  /** The open and future sprints of a project or team. */
  readSprints(scope: string): Promise<Result<SprintsNow, PortFailure>>;
}
