import { roomFor } from "../../../shared/domain/limits";
import { ok } from "../../../shared/domain/result";
import type { AlignmentPort, NewWrite, Part, Pending, PortFailure, Standing } from "../../../shared/ui/port";

/** A host that keeps what it is asked, answers from memory, and lets a test say what the tracker does. */
export interface FakePort extends AlignmentPort {
  standing: Map<string, Standing<Part>>;
  drafts: Map<string, unknown>;
  writes: NewWrite[];
  resolved: { id: string; value: unknown }[];
  discarded: string[];
  retried: string[];
  /** What reading answers from now on; null: what stands. */
  failure: PortFailure | null;
  /** Tells what is on its way. */
  tell(pending: Pending[]): void;
  /** What is known has changed. */
  learn(): void;
  /** The tracker has it, or not. */
  settle(id: string, isDone?: boolean): Promise<void>;
}

import { unaskedGate } from "./unasked-gate";

const keyOf = (object: string, part: Part) => `${object} ${part}`;

/** An empty tracker. */
export function fakePort(over: Partial<AlignmentPort> = {}): FakePort {
  const watchers = new Set<(writes: Pending[]) => void>();
  const learners = new Set<() => void>();
  const settling = new Map<string, (isDone: boolean) => void>();
  let pending: Pending[] = [];
  const unasked = (name: string) => () => Promise.reject(new Error(`the test does not expect ${name}`));
  const port: FakePort = {
    standing: new Map(),
    drafts: new Map(),
    writes: [],
    resolved: [],
    discarded: [],
    retried: [],
    failure: null,
    tell(all) {
      pending = all;
      for (const act of watchers) act(all);
    },
    learn() {
      for (const act of learners) act();
    },
    async settle(id, isDone = true) {
      settling.get(id)?.(isDone);
    },
    readTicket: unasked("readTicket"),
    readMe: unasked("readMe"),
    readSignOffs: unasked("readSignOffs"),
    readBelow: async () => ok({ tickets: [], isCut: false }),
    readTexts: async () => ok([]),
    room: (_kind, _object, value) => roomFor("jira-property", JSON.stringify(value)),
    knownTicket: async () => null,
    scopeOf: (key) => key.slice(0, key.lastIndexOf("-")),
    readAims: async () => ok({ aims: [], base: { version: "v0", value: null } }),
    knownBelow: async () => [],
    suggestBets: unasked("suggestBets"),
    async readPart<P extends Part>(object: string, part: P) {
      if (port.failure) return { ok: false as const, error: port.failure };
      const none = { version: "v0", value: null, raw: null };
      return ok((port.standing.get(keyOf(object, part)) ?? none) as Standing<P>);
    },
    readFields: unasked("readFields"),
    inTurn: (_, act) => act(),
    async write(writes) {
      port.writes.push(...structuredClone(writes));
    },
    settled: (id) => new Promise((resolve) => settling.set(id, resolve)),
    watchPending(act, signal) {
      watchers.add(act);
      signal.addEventListener("abort", () => watchers.delete(act));
      act(pending);
    },
    async retry(ids) {
      port.retried.push(...ids);
    },
    async resolve(id, value) {
      port.resolved.push({ id, value });
    },
    async discard(id) {
      port.discarded.push(id);
      return true;
    },
    readDraft: async (object, part) => port.drafts.get(keyOf(object, part)) ?? null,
    async keepDraft(object, part, value) {
      port.drafts.set(keyOf(object, part), structuredClone(value));
    },
    async dropDraft(object, part) {
      port.drafts.delete(keyOf(object, part));
    },
    watchKnown(act, signal) {
      learners.add(act);
      signal.addEventListener("abort", () => learners.delete(act));
      act();
    },
    knownTickets: async () => [],
    knownBets: async () => [],
    knownStatements: async () => [],
    ...unaskedGate,
    open() {},
    ...over,
  };
  return port;
}
