import type { Answer } from "./client";
import { type IssueUpdate, mergeLimit } from "./issue-update-request";
import type { IssueChanges } from "./model";
import type { Journal } from "./transaction-journal";

export interface Transaction extends IssueUpdate {
  id: string;
  order: number;
}

export type Settlement = { kind: "done" } | { kind: "rolled back"; message: string };

export interface TransactionQueue {
  /** Puts one change in the queue; changes of one microtask go out as one request. */
  enqueue(issueId: string, changes: IssueChanges): void;
  /** What is shown as done but not yet known to be: in the order made. */
  pending(): readonly Transaction[];
  /** Takes up what an earlier session left unsent. */
  replay(): Promise<void>;
}

export interface QueueHost {
  send: (updates: readonly IssueUpdate[]) => Promise<Answer>;
  journal: Journal;
  onChange: () => void;
  onSettled: (batch: readonly Transaction[], settlement: Settlement) => void;
  onFault: (cause: unknown) => void;
  /** Runs `task` after so many milliseconds. */
  later?: (task: () => void, delayMs: number) => void;
  newId?: () => string;
}

export const recheckMs = 2_000;
const lockTimeoutRetries = 8;

/**
 * Linear's offline queue (reference 2.4): shown at once, sent in order, rolled back on a GraphQL error,
 * kept and sent again every two seconds while the network fails.
 */
export function createTransactionQueue(host: QueueHost): TransactionQueue {
  const later = host.later ?? ((task, delayMs) => void setTimeout(task, delayMs));
  const newId = host.newId ?? (() => crypto.randomUUID());
  const batches: Transaction[][] = [];
  let gathering: Transaction[] = [];
  let order = 0;
  let sending = false;
  let lockTimeouts = 0;

  const flush = () => {
    const gathered = gathering;
    gathering = [];
    host.journal.add(gathered).catch(host.onFault);
    for (let start = 0; start < gathered.length; start += mergeLimit) {
      batches.push(gathered.slice(start, start + mergeLimit));
    }
    sendNext();
  };

  const sendNext = () => {
    const [batch] = batches;
    if (!batch || sending) return;
    sending = true;
    host.send(batch).then((answer) => settle(batch, answer), host.onFault);
  };

  const settle = (batch: Transaction[], answer: Answer) => {
    const locked =
      answer.kind === "error" && answer.type === "lock timeout" && lockTimeouts < lockTimeoutRetries;
    const down = answer.kind === "error" && answer.type === "downtime";
    if (answer.kind === "network error" || locked || down) {
      if (locked) lockTimeouts += 1;
      later(() => {
        sending = false;
        sendNext();
      }, recheckMs);
      return;
    }
    lockTimeouts = 0;
    sending = false;
    batches.shift();
    host.journal.remove(batch.map((transaction) => transaction.id)).catch(host.onFault);
    host.onSettled(
      batch,
      answer.kind === "data" ? { kind: "done" } : { kind: "rolled back", message: answer.message },
    );
    sendNext();
  };

  return {
    enqueue(issueId, changes) {
      if (gathering.length === 0) queueMicrotask(flush);
      order += 1;
      gathering.push({ id: newId(), order, issueId, changes });
      host.onChange();
    },
    pending: () => [...batches.flat(), ...gathering],
    async replay() {
      const left = await host.journal.load();
      if (left.length === 0) return;
      order = Math.max(order, ...left.map((transaction) => transaction.order));
      for (let start = 0; start < left.length; start += mergeLimit) {
        batches.push(left.slice(start, start + mergeLimit));
      }
      host.onChange();
      sendNext();
    },
  };
}
