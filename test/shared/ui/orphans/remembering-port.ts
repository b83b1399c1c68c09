import { roomFor } from "../../../../shared/domain/limits";
import { defaultPolicy } from "../../../../shared/domain/policy";
import { none, ok } from "../../../../shared/domain/result";
import type {
  AlignmentPort,
  NewWrite,
  Part,
  Pending,
  Standing,
  TicketView,
} from "../../../../shared/ui/port";
import { aWorkItem } from "../../../domain/builders";
import { unaskedGate } from "../unasked-gate";

const keyOf = (object: string, part: string) => `${object} ${part}`;
const notAsked = () => Promise.reject(new Error("not asked for here"));

/** A host whose tracker takes what is written at once, or while it `holds` when it is told. Asking twice is asking once. */
export function rememberingPort(count: number) {
  const tickets = Array.from(
    { length: count },
    (_, at): TicketView => ({
      ticket: aWorkItem({ id: `t${at}`, key: `ATL-${at}`, title: `Ticket ${at}`, sheet: none, lane: null }),
      ancestors: [],
      alignment: { kind: "orphan", reasons: ["no-parent"], from: null },
      policy: { ...defaultPolicy, lanes: { byType: {}, budgets: { bug: 0.2 } } },
      readAt: "2026-11-24T10:00:00.000Z",
    }),
  );
  const bets = ["Guest checkout", "Faster search"].map((title, at) =>
    aWorkItem({ id: `b${at}`, key: `BET-${at}`, title, type: "Epic", isBet: true }),
  );
  const standing = new Map<string, unknown>();
  const drafts = new Map<string, unknown>();
  const known = new Set<string>();
  const letGo = new Set<string>();
  const asked: NewWrite[] = [];
  const applied: string[] = [];
  const rows = new Map<string, { write: NewWrite; row: Pending }>();
  const watchers = new Set<(writes: Pending[]) => void>();
  const learners = new Set<() => void>();
  const host = { holds: false, reads: 0, mostRead: 0, largest: 0, retried: [] as string[] };
  const stands = <P extends Part>(object: string, part: P) => {
    const raw = standing.get(keyOf(object, part)) ?? null;
    return { version: "v1", value: raw, raw } as Standing<P>;
  };
  const list = () => [...rows.values()].map(({ row }) => row);
  const tell = () => {
    for (const act of watchers) act(list());
  };
  const apply = (write: NewWrite) => {
    rows.delete(write.id);
    applied.push(write.id);
    standing.set(keyOf(write.object, write.kind), write.value);
  };
  const port: AlignmentPort = {
    inTurn: (_, act) => act(),
    readMe: async () => ok("me"),
    watchKnown(act, signal) {
      learners.add(act);
      signal.addEventListener("abort", () => learners.delete(act));
      act();
    },
    knownTickets: async () => [...tickets],
    knownBets: async () => bets,
    suggestBets: async () => [{ betId: "b1", score: 1, why: [{ kind: "words", words: ["search"] }] }],
    async readPart<P extends Part>(object: string, part: P) {
      return ok(stands(object, part));
    },
    async readFields(objects, field) {
      host.reads += 1;
      host.mostRead = Math.max(host.mostRead, objects.length);
      return ok(Object.fromEntries(objects.map((it) => [it, stands(it, field)])));
    },
    async write(writes) {
      host.largest = Math.max(host.largest, writes.length);
      for (const write of structuredClone(writes)) {
        if (known.has(write.id)) continue;
        known.add(write.id);
        asked.push(write);
        const { id, object, kind, value: mine } = write;
        const row = { id, object, kind, mine, failure: null, conflict: null, retryAt: null };
        rows.set(id, { write, row: { ...row, state: "waiting" } });
        if (!host.holds) apply(write);
      }
      tell();
    },
    settled: async (id) => !letGo.has(id),
    watchPending(act, signal) {
      watchers.add(act);
      signal.addEventListener("abort", () => watchers.delete(act));
      act(list());
    },
    async retry(ids) {
      host.retried.push(...ids);
    },
    async discard(id) {
      rows.delete(id);
      letGo.add(id);
      tell();
      return true;
    },
    readDraft: async (object, part) => drafts.get(keyOf(object, part)) ?? null,
    async keepDraft(object, part, value) {
      drafts.set(keyOf(object, part), structuredClone(value));
    },
    async dropDraft(object, part) {
      drafts.delete(keyOf(object, part));
    },
    resolve: notAsked,
    readTicket: notAsked,
    readSignOffs: notAsked,
    readBelow: notAsked,
    readTexts: notAsked,
    room: (_kind, _object, value) => roomFor("jira-property", JSON.stringify(value)),
    knownTicket: notAsked,
    scopeOf: (key) => key.slice(0, key.lastIndexOf("-")),
    readAims: notAsked,
    knownBelow: notAsked,
    knownStatements: notAsked,
    ...unaskedGate,
    open() {},
  };
  return {
    port,
    host,
    standing,
    asked,
    applied,
    /** A page read one more ticket that is an orphan. */
    learn(id: string) {
      const [like] = tickets;
      if (like === undefined) throw new Error("no ticket to be like");
      tickets.push({ ...like, ticket: { ...like.ticket, id, key: `ATL-${id}`, title: `Ticket ${id}` } });
      for (const act of learners) act();
    },
    /** The tracker's page has read what this panel wrote: these are orphans no more. */
    align(ids: readonly string[]) {
      for (const [at, it] of tickets.entries())
        if (ids.includes(it.ticket.id))
          tickets[at] = { ...it, alignment: { kind: "lane", lane: "upkeep", from: it.ticket } as never };
    },
    /** Somebody else wrote the same part. */
    clash(id: string, theirs: unknown) {
      const it = rows.get(id);
      if (it === undefined) throw new Error(`nothing waits as ${id}`);
      rows.set(id, { ...it, row: { ...it.row, state: "conflict", conflict: { theirs, covered: null } } });
      tell();
    },
    /** The tracker takes so many of what waits. */
    arrive(most = Number.POSITIVE_INFINITY) {
      for (const { write } of [...rows.values()].slice(0, most)) apply(write);
      tell();
    },
    refuse(object: string, message: string) {
      for (const it of rows.values())
        if (it.write.object === object)
          it.row = { ...it.row, state: "refused", failure: { kind: "rejected", message } };
      tell();
    },
  };
}
