import type { Lane } from "../../../shared/domain/lane";
import type { Policy } from "../../../shared/domain/policy";
import type { Sheet } from "../../../shared/domain/sheet";
import type { Statement } from "../../../shared/domain/statement";

/** A company's work, independent of any tracker. Both sandbox trackers are filled from one of these. */
export interface Company {
  name: string;
  /** The first one is an admin: who a first visit to a tracker is signed in as. */
  people: Person[];
  /** The gate's rules of the company's one project; its signers are person ids. */
  policy: Policy;
  aims: CompanyAim[];
  bets: Bet[];
  sprints: Sprint[];
  /** In backlog order, highest rank first. */
  tickets: Ticket[];
}

export interface Person {
  /** Stable and unique, for example `ana`. */
  id: string;
  name: string;
  email: string;
  role: "admin" | "member" | "signer" | "stranger";
}

export interface CompanyAim {
  id: string;
  title: string;
  definitionOfDone: string;
  state: "active" | "completed" | "canceled";
}

export interface Bet {
  id: string;
  title: string;
  /** Null: nobody said what it is for. */
  aimId: string | null;
  /** Null: no sheet written. `sheet.aim` is null exactly where `aimId` is null. */
  sheet: Sheet | null;
  statement: Statement | null;
  signOffs: SignOff[];
  /** For Jira only: an issue above the epic that this bet hangs under (an "Initiative" at hierarchy level 2). */
  parentBetId: string | null;
  /** Key as given by an import; null: the tracker makes one after the tickets' numbers. */
  importedKey: string | null;
}

/** A sign-off comment to be written under the bet: for today's text of the statement, or for an older one. */
export interface SignOff {
  personId: string;
  function: "product" | "engineering" | "go-to-market";
  text: "current" | "older";
}

export interface Sprint {
  id: string;
  name: string;
  state: "active" | "future" | "closed";
  startDate: string | null;
  endDate: string | null;
}

export interface Ticket {
  /** The number in the key, unique: 42 becomes ATL-42. */
  number: number;
  summary: string;
  description: string;
  /** Jira issue type name: Story, Task, Bug, Incident, Spike, Sub-task, ... */
  type: string;
  status: "todo" | "progress" | "done";
  points: number | null;
  priority: "urgent" | "high" | "medium" | "low" | "none";
  assigneeId: string | null;
  /** What it serves directly; null for a sub-task of a ticket, which inherits through `parentNumber`. */
  betId: string | null;
  /** For a sub-task: the number of the ticket above it. */
  parentNumber: number | null;
  sprintId: string | null;
  lane: Lane | null;
  /** A statement of its own, where policy asks for one per ticket. */
  statement: Statement | null;
  labels: string[];
  /** Key as given by an import, in any project; null: the tracker makes one from `number`. */
  importedKey: string | null;
}
