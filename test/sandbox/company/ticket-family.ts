import type { TicketDraft, Work } from "./northwind/work";
import { type Random, shuffle } from "./random";

/** A ticket with its sub-tasks' summaries, and the bet that it serves. */
export interface Family {
  betId: string | null;
  head: TicketDraft;
  parts: readonly string[];
}

/** The hand-written tickets of all works, mixed as they would have been created over time. */
export function familiesOf(works: readonly Work[], random: Random): Family[] {
  const inOrder = works.flatMap(({ bet, tickets }) =>
    tickets.map((head) => ({ betId: bet?.id ?? null, head, parts: head.parts })),
  );
  return shuffle(inOrder, random);
}

export const countTickets = (families: readonly Family[]): number =>
  families.reduce((sum, { parts }) => sum + 1 + parts.length, 0);

/** As many families as hold `limit` tickets; the last may lose sub-tasks. */
export function firstTickets(families: readonly Family[], limit: number): Family[] {
  const first: Family[] = [];
  let left = limit;
  for (const family of families) {
    if (left <= 0) break;
    first.push({ ...family, parts: family.parts.slice(0, left - 1) });
    left -= 1 + family.parts.length;
  }
  return first;
}
