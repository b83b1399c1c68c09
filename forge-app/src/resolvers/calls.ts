import type { EntryReason } from "../../../shared/domain/entry";
import type { GateLogEntry } from "../../../shared/domain/gate-log-entry";
import type { Policy } from "../../../shared/domain/policy";
import type { Result } from "../../../shared/domain/result";
import type { PortFailure } from "../../../shared/ui/port";

/** What a call is answered with; it throws for nothing that a caller can do. `kind` is one of `failure_*` in the catalog. */
export type Answer<T> = Result<T, PortFailure>;

/** How the app itself is; moments are UTC ISO, null: never. */
export interface Health {
  lastEventAt: string | null;
  lastSweepAt: string | null;
  /** What was given up in the last two weeks, newest first. */
  failures: { at: string; what: string }[];
}

/** What administrators of the site set for all of it. */
export interface AppSettings {
  /** Holds where a project has no policy of its own; null: there nothing is kept out. */
  policy: Policy | null;
}

/** How a sprint stood when it was started; only issues that the caller may see are named. */
export interface SprintReport {
  /** The sprint's id. */
  sprint: string;
  name: string;
  /** When it was started, a UTC ISO moment. */
  at: string;
  /** False: it is still being looked at. */
  isWhole: boolean;
  looked: number;
  /** In their order; `did` is what the gate did about each. */
  notReady: { id: string; key: string; reasons: EntryReason[]; did: "put-back" | "told" | "left" }[];
  /** How many more are not ready and may not be seen by the caller. */
  hidden: number;
}

/** An issue that was not put into a sprint. */
export interface KeptOut {
  id: string;
  key: string;
  reasons: EntryReason[];
  /** One sentence in English that says why and what mends it, or Jira's own words. */
  words: string;
}

/**
 * All that the app's pages may ask of its functions: `asks` is the payload, `gives` the value of the answer. Ids are Jira's numeric
 * ones, as text. Each call checks its payload and what the caller may do, whatever the page did before.
 */
export interface Calls {
  /** Administrators of Jira only. */
  health: { asks: Record<string, never>; gives: Health };
  /** What the gate's server ring did in a project, oldest first; for whoever may browse it. `site` in it is empty. */
  gateNumbers: { asks: { projectId: string; days: number }; gives: GateLogEntry[] };
  /** How sprints of a project stood when they were started, newest first; for whoever may browse it. */
  sprintReports: { asks: { projectId: string }; gives: SprintReport[] };
  /** Administrators of Jira only. */
  readSettings: { asks: Record<string, never>; gives: AppSettings };
  /** Administrators of Jira only; gives what holds from now on. */
  saveSettings: { asks: { settings: AppSettings }; gives: AppSettings };
  /** The policy that the app's settings give to a project without one of its own; for whoever may browse it. */
  defaultPolicy: { asks: { projectId: string }; gives: Policy | null };
  /**
   * Puts issues into a sprint as the app, each that the gate lets in: the one way in where only the app may schedule. For whoever may
   * edit all of these issues and see the sprint. At most 50 issues.
   */
  enterSprint: {
    asks: { issueIds: string[]; sprintId: string };
    gives: { entered: string[]; kept: KeptOut[] };
  };
  /** Whether the caller holds the app's own permission to sign in a project, and how Jira names it, for policies to refer to. */
  mySignRight: { asks: { projectId: string }; gives: { isHeld: boolean; permission: string } };
}

/** The same in the form that Forge's own `makeResolver` and `makeInvoke` take. */
export type CallDefinitions = { [K in keyof Calls]: (asks: Calls[K]["asks"]) => Answer<Calls[K]["gives"]> };
