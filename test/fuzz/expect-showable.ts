import { badgeView } from "../../extension/badge/badge-view";
import { type CardRow, hovercardRows } from "../../extension/badge/hovercard-rows";
import type { FactsAnswer } from "../../extension/messaging/facts";
import { english } from "../extension/badge/english";

const days = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone: "UTC" });
const states: ReadonlySet<string> = new Set(["aligned", "lane", "orphan", "unknown"]);

/** Fails unless all that an answer says can be shown as a badge and a card, and is what its state promises. */
export function expectShowable({ tickets, sources }: FactsAnswer, asked: readonly string[]): void {
  const bySource = new Map(sources.map((it) => [it.id, it]));
  for (const facts of tickets) {
    if (!asked.includes(facts.key)) throw new Error(`${facts.key} was not asked for`);
    const from = "from" in facts ? facts.from : null;
    const source = from === null ? undefined : bySource.get(from);
    if (from !== null && source === undefined)
      throw new Error(`${facts.key} names a source that did not come`);
    if (facts.state === "aligned" && !(source?.sheet?.aim && source.sheet.mechanism)) {
      throw new Error(`${facts.key} is called aligned without aim and mechanism`);
    }
    for (const stale of [false, true]) {
      const view = badgeView(facts, source, stale, english);
      if (!states.has(view.state) || !view.label.includes(facts.key))
        throw new Error(`${facts.key} has no badge`);
    }
    for (const row of hovercardRows(facts, source, english, (day) => days.format(new Date(day)), {
      loginUrl: null,
      retryAt: null,
    }))
      expectRow(row);
  }
}

function expectRow({ kind, text, href }: CardRow): void {
  if (typeof text !== "string") throw new Error(`a ${kind} of the card has no text`);
  if (href !== undefined && typeof href !== "string")
    throw new Error(`a ${kind} of the card has an odd address`);
}
