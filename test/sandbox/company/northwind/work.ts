import type { Lane } from "../../../../shared/domain/lane";
import type { Statement } from "../../../../shared/domain/statement";
import type { Bet, Ticket } from "../company";

/** A bet with the tickets that serve it, or tickets which serve none. */
export interface Work {
  bet: Bet | null;
  tickets: readonly TicketDraft[];
  growth: Growth;
}

/** What more tickets of this kind are called: one start, one end, and a place ("at Rotterdam"). */
export interface Growth {
  starts: readonly string[];
  ends: readonly string[];
}

/** A ticket before it has a number, a person and a sprint. */
export interface TicketDraft {
  type: string;
  summary: string;
  description: string;
  lane: Lane | null;
  labels: readonly string[];
  statement: Statement | null;
  /** Fixed where the story needs it; otherwise drawn. */
  priority: Ticket["priority"] | null;
  when: "closed" | "active" | "next" | "backlog" | null;
  /** Summaries of its sub-tasks. */
  parts: readonly string[];
}

type Extra = Partial<Omit<TicketDraft, "type" | "summary" | "description">>;

const draftOf =
  (type: string) =>
  (summary: string, description = "", extra: Extra = {}): TicketDraft => ({
    type,
    summary,
    description,
    lane: null,
    labels: [],
    statement: null,
    priority: null,
    when: null,
    parts: [],
    ...extra,
  });

export const story = draftOf("Story");
export const task = draftOf("Task");
export const bug = draftOf("Bug");
export const incident = draftOf("Incident");
export const spike = draftOf("Spike");

/** The calendar day that many days from the seed's today. */
export type DayFromToday = (days: number) => string;
