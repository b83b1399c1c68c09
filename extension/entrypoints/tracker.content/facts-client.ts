import type { FetchPlan, LearnedAnswer, TicketsQuestion } from "../../messaging/extension-protocol";
import type { FactsAnswer, SourceFacts, TicketFacts } from "../../messaging/facts";
import { type Failure, type FailureKind, failure } from "../../trackers/failure";
import type { ApiAnswer, ApiRequest } from "../../trackers/tracker-api";

/** The background, as far as tickets go. Each call rejects where the background is gone. */
export interface Background {
  readFacts(question: TicketsQuestion): Promise<FactsAnswer>;
  planFetch(question: TicketsQuestion): Promise<FetchPlan>;
  learnAnswer(learned: LearnedAnswer): Promise<{ failure: Failure | null }>;
}

export interface KnownTicket {
  facts: TicketFacts;
  source: SourceFacts | undefined;
  /** The tracker could not be asked whether this still holds. */
  stale: boolean;
}

export interface FactsClient {
  /** Wants these tickets: shows at once what is known, and asks the tracker for the rest. */
  ask(keys: Iterable<string>): void;
  get(key: string): KnownTicket | undefined;
}

interface ClientOptions {
  background: Background;
  perform: (request: ApiRequest) => Promise<ApiAnswer>;
  workspace: () => string | null;
  batchSize: number;
  /** Told of every key whose answer changed. */
  onChange: (keys: string[]) => void;
  /** Told why the tracker could not be asked and when it is asked again (milliseconds since 1970); null: it could. */
  onTrouble: (kind: FailureKind | null, retryAt: number | null) => void;
  signal: AbortSignal;
}

const keptTickets = 4_000;
const keysPerMessage = 1_000;
const maxRounds = 12;
const parallelCalls = 3;
/** Read by this page within this time, a ticket is not asked for again when its row appears once more. */
const restMs = 60_000;
/** How long to wait where a tracker says "too many" without saying for how long; and the bounds where it does. */
const pauseMs = 30_000;
const leastPauseMs = 1_000;
const mostPauseMs = 60 * 60_000;

/** Holds what this page knows of tickets. The tracker is asked by one batch at a time, so nothing is asked twice. */
export function createFactsClient(options: ClientOptions): FactsClient {
  const { background, perform, workspace, batchSize, onChange, onTrouble, signal } = options;
  const known = new Map<string, KnownTicket>();
  const askedAt = new Map<string, number>();
  const sources = new Map<string, SourceFacts>();
  const asked = new Set<string>();
  const queue = new Set<string>();
  /** Tickets that wait until the tracker may be asked again. */
  const paused = new Set<string>();
  let pausedUntil = 0;
  let fetching = false;

  function take(answer: FactsAnswer): void {
    for (const source of answer.sources) sources.set(source.id, source);
    for (const facts of answer.tickets) {
      const from = "from" in facts ? facts.from : null;
      known.delete(facts.key);
      known.set(facts.key, { facts, source: from === null ? undefined : sources.get(from), stale: false });
    }
    for (const key of known.keys()) {
      if (known.size <= keptTickets) break;
      known.delete(key);
      askedAt.delete(key);
    }
    onChange(answer.tickets.map((it) => it.key));
  }

  /** What is known stays, marked; what is not known is said to be unknown, with the reason. */
  function fail(keys: readonly string[], { kind }: Failure): void {
    for (const key of keys) {
      askedAt.delete(key);
      const before = known.get(key);
      if (before !== undefined && before.facts.state !== "unknown") before.stale = true;
      else {
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
    }
    onChange([...keys]);
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
      take(answer);
      if (performance.now() < pausedUntil) return pause(answer.toFetch);
      for (const key of answer.toFetch) queue.add(key);
      void fetchQueued();
    } catch {
      fail(keys, failure("stale-tab"));
      onTrouble("stale-tab", null);
    }
  }

  async function fetchQueued(): Promise<void> {
    if (fetching) return;
    fetching = true;
    while (queue.size > 0 && !signal.aborted) {
      const keys = [...queue].slice(0, batchSize);
      for (const key of keys) queue.delete(key);
      const { failed, unread } = await fetchBatch(keys).catch(() => ({
        failed: failure("stale-tab"),
        unread: keys,
      }));
      if (signal.aborted) break;
      if (failed === null) {
        onTrouble(null, null);
        // All was asked and these never came to an end: a hierarchy too deep, or an answer that says nothing of them.
        const silent = unread.filter((key) => !known.has(key));
        if (silent.length > 0) fail(silent, failure("malformed"));
        continue;
      }
      const waiting = [...unread, ...queue];
      queue.clear();
      if (failed.kind === "rate-limited") pause(waiting, failed.retryAfterMs ?? pauseMs);
      else {
        fail(waiting, failed);
        onTrouble(failed.kind, null);
      }
    }
    fetching = false;
  }

  /** Asks round by round, each for what the one before revealed; `unread` could not be read in the end. */
  async function fetchBatch(keys: string[]): Promise<{ failed: Failure | null; unread: string[] }> {
    const question = { workspace: workspace(), keys };
    let unread: string[] = [];
    for (let round = 0; round < maxRounds; round++) {
      const plan = await background.planFetch(question);
      const failed = plan.failure ?? (await makeCalls(plan.requests));
      if (signal.aborted) break;
      const answer = await background.readFacts(question);
      take(answer);
      unread = answer.toFetch;
      if (failed !== null || plan.requests.length === 0) return { failed, unread };
    }
    return { failed: null, unread };
  }

  async function makeCalls(requests: readonly ApiRequest[]): Promise<Failure | null> {
    const left = [...requests];
    let failed: Failure | null = null;
    const worker = async () => {
      for (let request = left.shift(); request !== undefined && failed === null; request = left.shift()) {
        const answer = await perform(request);
        const { path, asked } = request;
        const learned = { workspace: workspace(), request: { path, asked }, answer };
        failed ??= (await background.learnAnswer(learned)).failure;
      }
    };
    await Promise.all(Array.from({ length: Math.min(parallelCalls, left.length) }, worker));
    return failed;
  }

  /** Leaves the tracker in peace for so long, within bounds, then asks for all that has waited. */
  function pause(keys: readonly string[], forMs?: number): void {
    fail(keys, failure("rate-limited"));
    for (const key of keys) paused.add(key);
    if (forMs === undefined) return;
    const waitMs = Math.min(mostPauseMs, Math.max(leastPauseMs, forMs));
    pausedUntil = performance.now() + waitMs;
    onTrouble("rate-limited", Date.now() + waitMs);
    const timer = setTimeout(() => {
      const waiting = [...paused];
      paused.clear();
      pausedUntil = 0;
      client.ask(waiting);
    }, waitMs);
    signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  }

  const client: FactsClient = {
    ask(keys) {
      const now = performance.now();
      const idle = asked.size === 0;
      for (const key of keys) {
        if (now - (askedAt.get(key) ?? Number.NEGATIVE_INFINITY) < restMs) continue;
        askedAt.set(key, now);
        asked.add(key);
      }
      // One question for all rows of a frame's mutations.
      if (idle && asked.size > 0) queueMicrotask(() => void readAsked());
    },
    get: (key) => known.get(key),
  };
  return client;
}
