import type { Result } from "../domain/result";
import type { WriteFailure } from "../outbox/outbox-row";
import type { SiteHints } from "./sprint-entry";
import type { WriteCall } from "./write-port";

/** An open or future sprint with its issues by their lasting ids; without those that follow another issue wherever it goes. */
export interface OpenSprint {
  id: string;
  name: string;
  issues: string[];
}

/** Who put an issue into the sprint that it is in, as the tracker's own history vouches for it. */
export interface Mover {
  /** An account id; null: no person, or it is not known who. */
  by: string | null;
  /** A UTC ISO moment by the tracker's clock. */
  at: string;
}

/** What every tracker takes in one call: Jira fifty (agile specification, 2022-07), Linear as many. */
export const mostPerMove = 50;

/** How one tracker's sprints are swept, through its public API. */
export interface SweepPort {
  /** Every open and future sprint of a scope, the empty ones too, or none at all: half of them would be taken for ended. */
  readOpenSprints(scope: string, signal: AbortSignal): Promise<Result<OpenSprint[], WriteFailure>>;
  /** Who put each of these issues where it is; one that the history is silent about is left out. */
  readMovers(
    issues: readonly string[],
    hints: SiteHints,
    signal: AbortSignal,
  ): Promise<Result<Map<string, Mover>, WriteFailure>>;
  /**
   * Puts issues, by their lasting ids, `mostPerMove` at the most, into a sprint, or with null out of all that are open or to come; their
   * rank stays, and asking twice is asking once. Gives what the tracker would not move, with its own words.
   */
  move(
    issues: readonly string[],
    sprint: string | null,
    signal: AbortSignal,
  ): Promise<Result<Map<string, string>, WriteFailure>>;
}

export type SweepPortFor = (call: WriteCall) => SweepPort;

/** The scope whose sprints a page of a tracker may fill; null: its address does not say. */
export type SweepScopeOf = (url: URL) => string | null;
