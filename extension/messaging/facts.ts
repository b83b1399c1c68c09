import type { OrphanReason } from "../../shared/domain/alignment";
import type { Lane } from "../../shared/domain/lane";
import type { Sheet } from "../../shared/domain/sheet";
import type { Standing } from "../../shared/domain/statement";
import type { FailureKind } from "../../shared/tracker/failure";

/** The object that a ticket's answer comes from, with its sheet, sent once however many tickets share it. */
export interface SourceFacts {
  id: string;
  key: string;
  title: string;
  url: string;
  isBet: boolean;
  sheet: Sheet | null;
}

export type UnknownReason = "parent-unreadable" | "sheet-unreadable" | "not-found" | FailureKind;

/** How a ticket links to the strategy; `from` is the id of a source. */
export type TicketState =
  | { state: "aligned"; from: string; inherited: boolean }
  | { state: "lane"; lane: Lane; by: "declaration" | "issue-type" }
  | { state: "orphan"; reasons: readonly OrphanReason[]; from: string | null }
  | { state: "unknown"; reason: UnknownReason; from: string | null };

/** All that one ticket's badge and hovercard show. */
export type TicketFacts = TicketState & {
  key: string;
  standing: Standing;
  /** When the oldest part of this was read, UTC ISO. */
  readAt: string;
};

export interface FactsAnswer {
  tickets: TicketFacts[];
  sources: SourceFacts[];
  /** Keys asked for that are unread, or read too long ago to stand unchecked. */
  toFetch: string[];
}
