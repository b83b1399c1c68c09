import type { FailureKind } from "../../../shared/tracker/failure";
import type { FactsAnswer, SourceFacts, TicketFacts } from "../../messaging/facts";
import { onAbort } from "./on-abort";

export interface KnownTicket {
  facts: TicketFacts;
  source: SourceFacts | undefined;
  /** Older than its time, and the tracker has not said that it still holds. */
  stale: boolean;
}

/** What this page knows of tickets. */
export interface KnownTickets {
  get(key: string): KnownTicket | undefined;
  take(answer: FactsAnswer): void;
  /** What is known stays, marked; what is not known is said to be unknown, with the reason. */
  fail(keys: readonly string[], kind: FailureKind): void;
}

/** More than anybody has in view, and few enough for a page that stays open all day. */
export const keptTickets = 4_000;
/** So long what comes from memory may be shown as if it held, while the tracker is asked. */
const trustedMs = 2_000;

/** `onChange` is told of every key whose answer changed, `onForget` of those that are too many to keep. */
export function createKnownTickets(
  onChange: (keys: string[]) => void,
  onForget: (key: string) => void,
  signal: AbortSignal,
): KnownTickets {
  const known = new Map<string, KnownTicket>();
  /** Shown from memory, and being checked. */
  const unchecked = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  onAbort(signal, () => clearTimeout(timer));

  function doubt(): void {
    timer = undefined;
    const keys = [...unchecked];
    unchecked.clear();
    for (const key of keys) markStale(key);
    onChange(keys);
  }

  function markStale(key: string): boolean {
    const before = known.get(key);
    if (before === undefined || before.facts.state === "unknown") return false;
    before.stale = true;
    return true;
  }

  function forgetOldest(): void {
    for (const key of known.keys()) {
      if (known.size <= keptTickets) break;
      known.delete(key);
      unchecked.delete(key);
      onForget(key);
    }
  }

  return {
    get: (key) => known.get(key),
    take({ tickets, sources: found, toFetch }) {
      const due = new Set(toFetch);
      const sources = new Map<string, SourceFacts>(found.map((it) => [it.id, it]));
      for (const facts of tickets) {
        const { key } = facts;
        const from = "from" in facts ? facts.from : null;
        const stale = due.has(key) && known.get(key)?.stale === true;
        known.delete(key);
        known.set(key, { facts, source: from === null ? undefined : sources.get(from), stale });
        if (due.has(key)) unchecked.add(key);
        else unchecked.delete(key);
      }
      forgetOldest();
      if (unchecked.size > 0) timer ??= setTimeout(doubt, trustedMs);
      onChange(tickets.map(({ key }) => key));
    },
    fail(keys, kind) {
      for (const key of keys) {
        unchecked.delete(key);
        if (markStale(key)) continue;
        const facts: TicketFacts = {
          key,
          state: "unknown",
          reason: kind,
          from: null,
          standing: "missing",
          readAt: new Date().toISOString(),
        };
        known.set(key, { facts, source: undefined, stale: false });
      }
      forgetOldest();
      onChange([...keys]);
    },
  };
}
