import { type Failure, type FailureKind, failure } from "../../../shared/tracker/failure";
import type { ApiAnswer, ApiRequest } from "../../../shared/tracker/tracker-api";
import type { FetchPlan, LearnedAnswer, TicketsQuestion } from "../../messaging/extension-protocol";
import type { FactsAnswer } from "../../messaging/facts";
import { createKnownTickets, type KnownTicket } from "./known-tickets";
import { makeCalls } from "./make-calls";
import { createNextAsking } from "./next-asking";
import { onAbort } from "./on-abort";

/** The background, as far as tickets go. Each call rejects where the background does not answer. */
export interface Background {
  readFacts(question: TicketsQuestion): Promise<FactsAnswer>;
  planFetch(question: TicketsQuestion): Promise<FetchPlan>;
  learnAnswer(learned: LearnedAnswer): Promise<{ failure: Failure | null }>;
}

export interface FactsClient {
  /** Wants these tickets: shows at once what is known, and asks the tracker for the rest. */
  ask(keys: Iterable<string>): void;
  /** The same, though the tracker may have failed a moment ago: somebody looks, or is online again. */
  askAgain(keys: Iterable<string>): void;
  /** Shows what another page has read of these tickets. Asks the tracker nothing. */
  reread(keys: readonly string[]): void;
  get(key: string): KnownTicket | undefined;
}

interface ClientOptions {
  background: Background;
  isGone: () => boolean;
  perform: (request: ApiRequest) => Promise<ApiAnswer>;
  workspace: () => string | null;
  batchSize: number;
  /** Told of every key whose answer changed. */
  onChange: (keys: string[]) => void;
  /** Told why the tracker could not be asked and when it is asked again (milliseconds since 1970); null: it could. */
  onTrouble: (kind: FailureKind | null, retryAt: number | null) => void;
  /** It is time to call `askAgain` for the tickets in the page, where somebody looks at it. */
  onDue: () => void;
  signal: AbortSignal;
}

const keysPerMessage = 1_000;
const maxRounds = 12;
/** Read by this page within this time, a ticket is not asked for again when its row appears once more. */
const restMs = 60_000;
const rereadMs = 300;

/** Holds what this page knows of tickets. The tracker is asked by one batch at a time, so nothing is asked twice. */
export function createFactsClient(options: ClientOptions): FactsClient {
  const { background, isGone, workspace, batchSize, onChange, onTrouble, onDue, signal } = options;
  /** By the wall clock, which goes on while the machine sleeps. */
  const askedAt = new Map<string, number>();
  const asked = new Set<string>();
  const queue = new Set<string>();
  /** Could not be read, and are asked for again once the tracker answers. */
  const waiting = new Set<string>();
  /** Another page is asking for these. */
  const elsewhere = new Set<string>();
  const toReread = new Set<string>();
  const tickets = createKnownTickets(onChange, forget, signal);
  const next = createNextAsking(onDue, signal);
  let failing: FailureKind | null = null;
  let pausedUntil = 0;
  let fetching = false;
  let elsewhereTimer: ReturnType<typeof setTimeout> | undefined;
  let rereadTimer: ReturnType<typeof setTimeout> | undefined;
  onAbort(signal, () => {
    clearTimeout(elsewhereTimer);
    clearTimeout(rereadTimer);
  });

  function forget(key: string): void {
    askedAt.delete(key);
    waiting.delete(key);
  }

  const unanswered = () => failure(isGone() ? "stale-tab" : "no-answer");

  function ask(keys: Iterable<string>): void {
    const now = Date.now();
    const idle = asked.size === 0;
    for (const key of keys) {
      const ageMs = now - (askedAt.get(key) ?? Number.NEGATIVE_INFINITY);
      if (ageMs >= 0 && ageMs < restMs) continue;
      askedAt.set(key, now);
      asked.add(key);
    }
    // One question for all rows of a frame's mutations.
    if (idle && asked.size > 0) queueMicrotask(() => void readAsked());
  }

  async function readAsked(): Promise<void> {
    const all = [...asked];
    asked.clear();
    for (let at = 0; at < all.length; at += keysPerMessage)
      await readKeys(all.slice(at, at + keysPerMessage));
  }

  async function readKeys(keys: string[]): Promise<void> {
    try {
      const answer = await background.readFacts({ workspace: workspace(), keys });
      if (signal.aborted) return;
      tickets.take(answer);
      for (const key of keys) waiting.delete(key);
      if (failing !== null && Date.now() < pausedUntil) return hold(answer.toFetch, failing);
      for (const key of answer.toFetch) queue.add(key);
      if (queue.size > 0) void fetchQueued();
      else rest();
    } catch {
      stop(keys, unanswered());
    }
  }

  function hold(keys: readonly string[], kind: FailureKind): void {
    for (const key of keys) {
      askedAt.delete(key);
      waiting.add(key);
    }
    tickets.fail(keys, kind);
  }

  function stop(keys: readonly string[], failed: Failure): void {
    if (signal.aborted) return;
    failing = failed.kind;
    const retryAt = next.after(failed);
    pausedUntil = retryAt ?? 0;
    hold(keys, failed.kind);
    onTrouble(failed.kind, retryAt);
  }

  /** Nothing had to be asked of the tracker: unless something waits for it still, it is in no trouble that matters here. */
  function rest(): void {
    if (!fetching && (failing === null || waiting.size === 0)) recover();
  }

  function recover(): void {
    failing = null;
    next.rest();
    onTrouble(null, null);
  }

  async function fetchQueued(): Promise<void> {
    if (fetching) return;
    fetching = true;
    while (queue.size > 0 && !signal.aborted) {
      const keys = [...queue].slice(0, batchSize);
      for (const key of keys) queue.delete(key);
      const { failed, unread } = await fetchBatch(keys).catch(() => ({ failed: unanswered(), unread: keys }));
      if (signal.aborted) break;
      if (failed !== null) {
        const all = [...unread, ...queue];
        queue.clear();
        stop(all, failed);
        break;
      }
      recover();
      // All was asked and these never came to an end: a hierarchy too deep, or an answer that says nothing of them.
      const silent = unread.filter((key) => tickets.get(key) === undefined);
      if (silent.length > 0) hold(silent, "malformed");
      for (const key of silent) waiting.delete(key);
      ask([...waiting]);
    }
    fetching = false;
  }

  /** Asks round by round, each for what the one before revealed; `unread` could not be read in the end. `keys` grows where a call has room. */
  async function fetchBatch(keys: string[]): Promise<{ failed: Failure | null; unread: string[] }> {
    const question = { workspace: workspace(), keys };
    let unread: string[] = [];
    for (let round = 0; round < maxRounds; round++) {
      const plan = await background.planFetch(question);
      // What is above the first tickets goes along with the next ones, in a call that would be made for it anyway.
      const { length } = keys;
      let asked = plan.requests.flatMap((it) => it.asked).length;
      for (const key of queue) {
        if (asked++ % batchSize === 0) break;
        queue.delete(key);
        keys.push(key);
      }
      if (keys.length > length) {
        round = 0;
        continue;
      }
      const failed = plan.failure ?? (await makeCalls(plan.requests, options));
      if (signal.aborted) break;
      const answer = await background.readFacts(question);
      tickets.take(answer);
      unread = answer.toFetch;
      if (failed === null && plan.requests.length > 0) continue;
      if (failed !== null || plan.busyMs === null) return { failed, unread };
      leave(unread, plan.busyMs);
      return { failed, unread: [] };
    }
    return { failed: null, unread };
  }

  /** Leaves these to the page that asks for them; asks for them itself where that one never comes to an end. */
  function leave(keys: readonly string[], forMs: number): void {
    for (const key of keys) elsewhere.add(key);
    clearTimeout(elsewhereTimer);
    elsewhereTimer = setTimeout(() => {
      const left = [...elsewhere];
      elsewhere.clear();
      for (const key of left) askedAt.delete(key);
      ask(left);
    }, forMs);
  }

  async function readOthers(): Promise<void> {
    const keys = [...new Set([...elsewhere, ...toReread])].slice(0, keysPerMessage);
    toReread.clear();
    // What is still due stays as it is shown: it is either being asked for or not looked after just now.
    const answer = await background.readFacts({ workspace: workspace(), keys });
    const due = new Set(answer.toFetch);
    if (signal.aborted) return;
    tickets.take({ ...answer, tickets: answer.tickets.filter(({ key }) => !due.has(key)), toFetch: [] });
    for (const key of keys) {
      if (due.has(key)) continue;
      elsewhere.delete(key);
      waiting.delete(key);
    }
  }

  return {
    ask,
    askAgain(keys) {
      pausedUntil = 0;
      ask([...waiting, ...keys]);
      if (asked.size === 0) rest();
    },
    reread(keys) {
      for (const key of keys) toReread.add(key);
      rereadTimer ??= setTimeout(() => {
        rereadTimer = undefined;
        readOthers().catch(() => stop([...elsewhere], unanswered()));
      }, rereadMs);
    },
    get: tickets.get,
  };
}
