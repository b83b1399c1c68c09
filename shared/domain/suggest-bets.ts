import type { WorkItem } from "./issue";
import { type Nearness, TextIndex, type WeighedText } from "./text-index";

/** What is known of a ticket that looks for a bet. */
export interface TicketText {
  title: string;
  description: string;
  labels: readonly string[];
  components: readonly string[];
  /** An account id; null where it is not known. */
  reporter: string | null;
}

/** A ticket that found its bet. */
export interface LinkedTicket extends TicketText {
  key: string;
  betId: string;
}

/** What made a bet near. */
export type SuggestionReason =
  | { kind: "words"; words: readonly string[] }
  | { kind: "tickets"; keys: readonly string[] }
  | { kind: "label" | "component"; name: string }
  | { kind: "reporter" };

export interface Suggestion {
  betId: string;
  /** Only to compare the suggestions of one ticket. */
  score: number;
  /** The strongest first, never empty. */
  why: readonly SuggestionReason[];
}

const weights = { own: 1, history: 0.6, neighbours: 0.8, label: 0.5, component: 0.8, reporter: 0.2 } as const;
/** With fewer linked tickets for each bet than so many, the past counts less: a few links are no habit. */
const enoughPast = 2;
const neighbours = 12;
const shownWords = 3;
const shownTickets = 2;
/** A share of all links that a mark must add before it is a reason that people are told. */
const tellingShare = 0.15;

/**
 * Ranks bets for tickets without one: by the words of the bet itself, by those of the tickets that it has, by where the most similar
 * tickets went, and by where their labels, components and reporter mostly lead. `bets` are those that may be suggested.
 */
export function createBetSuggester(
  bets: readonly Pick<WorkItem, "id" | "title" | "sheet" | "statement">[],
  past: readonly LinkedTicket[],
): (ticket: TicketText, limit?: number) => Suggestion[] {
  const known = new Set(bets.map(({ id }) => id));
  const linked = past.filter(({ betId }) => known.has(betId));
  const own = new TextIndex(bets.map((bet) => ({ id: bet.id, text: betText(bet) })));
  const history = new TextIndex(
    bets.map(({ id }) => ({ id, text: linked.filter((it) => it.betId === id).flatMap(ticketText) })),
  );
  const tickets = new TextIndex(linked.map((it) => ({ id: it, text: ticketText(it) })));
  const marks = countMarks(linked);
  const pastCounts = Math.min(1, linked.length / (enoughPast * Math.max(1, bets.length)));

  return (ticket, limit = 5) => {
    const query = ticketText(ticket);
    const gathered = new Map<
      string,
      { score: number; reasons: { part: number; reason: SuggestionReason }[] }
    >();
    const add = (betId: string, part: number, reason: SuggestionReason | null) => {
      const entry = gathered.get(betId) ?? { score: 0, reasons: [] };
      entry.score += part;
      if (reason !== null) entry.reasons.push({ part, reason });
      gathered.set(betId, entry);
    };
    for (const [near, weight] of [
      [own.near(query), weights.own],
      [history.near(query), weights.history * pastCounts],
    ] as const) {
      const best = highest(near);
      for (const [betId, { score, words }] of near)
        add(betId, (weight * score) / best, { kind: "words", words: words.slice(0, shownWords) });
    }
    const nearest = [...tickets.near(query)].sort(([, a], [, b]) => b.score - a.score).slice(0, neighbours);
    const all = nearest.reduce((sum, [, { score }]) => sum + score, 0) || 1;
    for (const betId of new Set(nearest.map(([it]) => it.betId))) {
      const mine = nearest.filter(([it]) => it.betId === betId);
      const share = mine.reduce((sum, [, { score }]) => sum + score, 0) / all;
      const keys = mine.slice(0, shownTickets).map(([it]) => it.key);
      add(betId, weights.neighbours * pastCounts * share, { kind: "tickets", keys });
    }
    for (const { mark, kind, reason } of marksOf(ticket)) {
      for (const [betId, share] of marks.leadTo(mark))
        add(betId, weights[kind] * share, share >= tellingShare ? reason : null);
    }
    return [...gathered]
      .map(([betId, { score, reasons }]) => ({ betId, score, why: told(reasons) }))
      .filter(({ why }) => why.length > 0)
      .sort((a, b) => b.score - a.score || (a.betId < b.betId ? -1 : 1))
      .slice(0, limit);
  };
}

const highest = (near: ReadonlyMap<string, Nearness>): number =>
  Math.max(...[...near.values()].map(({ score }) => score), Number.MIN_VALUE);

/** The strongest of each kind, since two lists of words are one reason to a reader. */
function told(reasons: readonly { part: number; reason: SuggestionReason }[]): SuggestionReason[] {
  const seen = new Set<string>();
  return reasons
    .slice()
    .sort((a, b) => b.part - a.part)
    .map(({ reason }) => reason)
    .filter(({ kind }) => !seen.has(kind) && seen.add(kind));
}

const ticketText = ({ title, description }: TicketText): WeighedText => [
  { text: title, weight: 2 },
  // What comes after is logs and stack traces more often than not.
  { text: description.slice(0, 1_500), weight: 0.5 },
];

function betText({ title, sheet, statement }: Pick<WorkItem, "title" | "sheet" | "statement">): WeighedText {
  const parts = [{ text: title, weight: 3 }];
  if (sheet.kind === "value") {
    const { aim, mechanism, signals, assumptions, risks } = sheet.value;
    if (aim !== null) parts.push({ text: `${aim.title} ${aim.definitionOfDone ?? ""}`, weight: 0.5 });
    if (mechanism !== null)
      parts.push({ text: `${mechanism.lever} ${mechanism.metric} ${mechanism.reason}`, weight: 2 });
    for (const { name } of signals) parts.push({ text: name, weight: 1 });
    for (const text of [...assumptions, ...risks.map((it) => it.text)]) parts.push({ text, weight: 0.5 });
  }
  if (statement.kind === "value") {
    const { who, problem, evidence, workaround } = statement.value;
    parts.push({ text: `${who ?? ""} ${problem ?? ""}`, weight: 1.5 });
    for (const text of [...evidence, workaround ?? ""]) parts.push({ text, weight: 0.5 });
  }
  return parts;
}

interface Mark {
  mark: string;
  kind: "label" | "component" | "reporter";
  reason: SuggestionReason;
}

const marksOf = ({ labels, components, reporter }: TicketText): Mark[] => [
  ...labels.map((name): Mark => ({ mark: `label ${name}`, kind: "label", reason: { kind: "label", name } })),
  ...components.map(
    (name): Mark => ({ mark: `component ${name}`, kind: "component", reason: { kind: "component", name } }),
  ),
  ...(reporter === null
    ? []
    : [{ mark: `reporter ${reporter}`, kind: "reporter" as const, reason: { kind: "reporter" as const } }]),
];

/** How much more often than any ticket one with this mark went to a bet, as a share; few tickets prove little. */
function countMarks(linked: readonly LinkedTicket[]) {
  const counts = new Map<string, Map<string, number>>();
  const count = (mark: string, betId: string) => {
    const byBet = counts.get(mark) ?? new Map<string, number>();
    byBet.set(betId, (byBet.get(betId) ?? 0) + 1);
    counts.set(mark, byBet);
  };
  for (const ticket of linked) {
    count("any", ticket.betId);
    for (const { mark } of marksOf(ticket)) count(mark, ticket.betId);
  }
  const usual = counts.get("any");
  const leadTo = (mark: string): [string, number][] => {
    const byBet = counts.get(mark) ?? new Map<string, number>();
    const total = [...byBet.values()].reduce((sum, it) => sum + it, 0);
    return [...byBet].flatMap(([betId, times]): [string, number][] => {
      const share = (usual?.get(betId) ?? 0) / Math.max(1, linked.length);
      const more = (times + share * 2) / (total + 2) - share;
      return more > 0 ? [[betId, more]] : [];
    });
  };
  return { leadTo };
}
