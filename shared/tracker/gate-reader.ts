import type { BreakGlassEvidence } from "../domain/break-glass";
import type { WorkItem } from "../domain/issue";
import type { Policy } from "../domain/policy";
import type { Reading, Result } from "../domain/result";
import type { Evidence } from "../domain/statement-evidence";
import type { WriteFailure } from "../outbox/outbox-row";
import type { LeftToTracker, SiteHints, SprintMove } from "./sprint-entry";
import type { WriteCall } from "./write-port";

/** An object with all that a verdict needs of it, read at once. */
export interface GateObject {
  item: WorkItem;
  /** The open and future sprints that it is in, by id. */
  sprints: string[];
  /** What the comments below its statement say; null: not all of them came along, and they are read by themselves. */
  evidence: Evidence | null;
  /** What the comments on the object itself say of broken glass; null as above. */
  glass: BreakGlassEvidence[] | null;
}

export interface GateReading {
  objects: GateObject[];
  /** Policies that came along, by scope. */
  policies: { scope: string; policy: Reading<Policy> }[];
}

/** How one tracker is read for verdicts: in few calls, with the evidence. */
export interface GateReader {
  maxPerCall: number;
  /** True: the policies come along with objects, and can be had in no other way. */
  bringsPolicies?: boolean;
  /** Reads objects by key or id in one call; what may not be seen is left out. */
  readObjects(
    refs: readonly string[],
    hints: SiteHints,
    signal: AbortSignal,
  ): Promise<Result<GateReading, WriteFailure>>;
  /** Reads all comments on an object for broken glass. */
  readGlass(object: string, signal: AbortSignal): Promise<Result<BreakGlassEvidence[], WriteFailure>>;
  /** What the tracker itself makes of moves that name no sprint: an entry, or a creation in one, for each issue that it would put there. */
  readChosen(
    moves: readonly LeftToTracker[],
    signal: AbortSignal,
  ): Promise<Result<SprintMove[], WriteFailure>>;
  /** The name of an issue type; null: there is none of that id. Absent: the tracker's requests name no type by its id. */
  readTypeName?(id: string, signal: AbortSignal): Promise<Result<string | null, WriteFailure>>;
  /** The custom field that holds the sprint; null: there is none, or the tracker needs none. */
  readSprintField(signal: AbortSignal): Promise<Result<string | null, WriteFailure>>;
}

export type GateReaderFor = (call: WriteCall, origin: string) => GateReader;
