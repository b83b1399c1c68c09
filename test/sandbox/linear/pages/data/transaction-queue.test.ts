import { describe, expect, it } from "vitest";
import type { Answer } from "./client";
import type { IssueUpdate } from "./issue-update-request";
import {
  createTransactionQueue,
  type QueueHost,
  type Settlement,
  type Transaction,
} from "./transaction-queue";

const done: Answer = { kind: "data", data: {} };
const offline: Answer = { kind: "network error", cause: "offline" };
const error = (type: string): Answer => ({ kind: "error", type, message: "No", userError: true });

/** A queue whose server gives these answers in turn (then `done`), whose clock runs at once, and whose journal is a map. */
function aQueue(answers: Answer[], stored: Transaction[] = []) {
  const sent: IssueUpdate[][] = [];
  const settled: Settlement[] = [];
  const waits: number[] = [];
  const journal = new Map(stored.map((transaction) => [transaction.id, transaction]));
  let count = 0;
  const host: QueueHost = {
    send: async (updates) => {
      sent.push(updates.map(({ issueId, changes }) => ({ issueId, changes })));
      return answers.shift() ?? done;
    },
    journal: {
      load: async () => [...journal.values()],
      add: async (transactions) => {
        for (const transaction of transactions) journal.set(transaction.id, transaction);
      },
      remove: async (ids) => {
        for (const id of ids) journal.delete(id);
      },
    },
    onChange: () => {},
    onSettled: (_, settlement) => settled.push(settlement),
    onFault: (cause) => {
      throw cause;
    },
    later: (task, delayMs) => {
      waits.push(delayMs);
      queueMicrotask(task);
    },
    newId: () => `new-${count++}`,
  };
  const queue = createTransactionQueue(host);
  return { queue, sent, settled, waits, journal };
}

const rest = () => new Promise((resolve) => setTimeout(resolve));

describe("the transaction queue", () => {
  it("sends what was changed in one microtask as one batch, later changes as the next", async () => {
    const { queue, sent } = aQueue([]);
    queue.enqueue("a", { cycleId: "c" });
    queue.enqueue("b", { cycleId: "c" });
    await rest();
    queue.enqueue("a", { priority: 1 });
    await rest();
    expect(sent.map((batch) => batch.map(({ issueId }) => issueId))).toEqual([["a", "b"], ["a"]]);
    expect(queue.pending()).toEqual([]);
  });

  it("puts at most 40 updates into a request", async () => {
    const { queue, sent } = aQueue([]);
    for (let number = 0; number < 85; number += 1) queue.enqueue(`i${number}`, { priority: 2 });
    await rest();
    expect(sent.map((batch) => batch.length)).toEqual([40, 40, 5]);
  });

  it("shows a change as pending at once", () => {
    const { queue } = aQueue([]);
    queue.enqueue("a", { cycleId: "c" });
    expect(queue.pending()).toMatchObject([{ issueId: "a", changes: { cycleId: "c" } }]);
  });

  it.each([
    ["data", [done], 1, "done", 0],
    ["a GraphQL error", [error("invalid input")], 1, "rolled back", 0],
    ["a GraphQL error without a type", [error("unknown")], 1, "rolled back", 0],
    ["two network errors, then data", [offline, offline], 3, "done", 2],
    ["downtime, then data", [error("downtime")], 2, "done", 1],
    ["a lock timeout, then data", [error("lock timeout")], 2, "done", 1],
    [
      "lock timeouts without end",
      Array.from({ length: 20 }, () => error("lock timeout")),
      9,
      "rolled back",
      8,
    ],
  ] as const)("answers %s: sends and settles as Linear does", async (_, answers, sends, kind, waited) => {
    const { queue, sent, settled, waits, journal } = aQueue([...answers]);
    queue.enqueue("a", { stateId: "s" });
    await rest();
    expect(sent).toHaveLength(sends);
    expect(settled.map((settlement) => settlement.kind)).toEqual([kind]);
    expect(waits).toEqual(Array.from({ length: waited }, () => 2_000));
    expect(queue.pending()).toEqual([]);
    expect(journal.size).toBe(0);
  });

  it("keeps the order: what comes after an unreachable server waits behind it", async () => {
    const { queue, sent } = aQueue([offline]);
    queue.enqueue("a", { priority: 1 });
    await Promise.resolve();
    queue.enqueue("b", { priority: 1 });
    await rest();
    expect(sent.map((batch) => batch[0]?.issueId)).toEqual(["a", "a", "b"]);
  });

  it("replays after a restart what was left unsent", async () => {
    const left = { id: "old", order: 3, issueId: "a", changes: { cycleId: "c" } };
    const { queue, sent, journal } = aQueue([], [left]);
    await queue.replay();
    await rest();
    expect(sent).toEqual([[{ issueId: "a", changes: { cycleId: "c" } }]]);
    expect(journal.size).toBe(0);
  });
});
