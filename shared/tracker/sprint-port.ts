import type { Result } from "../domain/result";
import type { WriteFailure } from "../outbox/outbox-row";
import type { SiteHints } from "./sprint-entry";
import type { WriteCall } from "./write-port";

/** An open or future sprint with the keys of its issues. */
export interface SprintMembers {
  id: string;
  name: string;
  /** Whether it has begun. */
  isOpen: boolean;
  /** How the addresses of its own page end, where it has one. */
  pages?: string[];
  keys: string[];
}

export interface SprintsRead {
  sprints: SprintMembers[];
  /** There are more issues than were read. */
  isCut: boolean;
}

/** A tracker's sprints as people look at them, by its public API; issues are moved by its `SweepPort`. */
export interface SprintPort {
  /** The open and future sprints of a project or team, those that have begun first. */
  readSprints(
    scope: string,
    hints: SiteHints,
    signal: AbortSignal,
  ): Promise<Result<SprintsRead, WriteFailure>>;
  /** The keys of the issues of one sprint, as far as a few calls go. */
  readKeys(sprint: string, signal: AbortSignal): Promise<Result<string[], WriteFailure>>;
}

export type SprintPortFor = (call: WriteCall) => SprintPort;

/** Sprints in the order of the page: begun first. */
export const begunFirst = (sprints: Iterable<SprintMembers>): SprintMembers[] =>
  [...sprints].sort((a, b) => Number(b.isOpen) - Number(a.isOpen));
