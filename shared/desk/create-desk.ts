import { err, ok, type Result } from "../domain/result";
import type { Outbox } from "../outbox/outbox";
import type { Versioned, WriteFailure } from "../outbox/outbox-row";
import { parts } from "../tracker/part-write";
import type { WriteCall, WritePort } from "../tracker/write-port";
import type { GatePort } from "../ui/gate/gate-port";
import type { AlignmentPort, Part, PortFailure, Standing } from "../ui/port";
import type { DraftStore } from "./draft-store";
import type { FactsCache } from "./facts-cache";
import { keptWrites } from "./kept-writes";
import { knownFacts } from "./known-facts";
import { noteStanding } from "./note-standing";
import { readPolicy } from "./read-policy";
import { readSignOffs } from "./read-sign-offs";
import { readTexts } from "./read-texts";
import type { Site } from "./site";

const outOfReach = new Set<WriteFailure["kind"]>(["offline", "rate-limited", "server", "deadline"]);

/** What a host gives to its desk. */
export interface DeskAround {
  cache: FactsCache;
  /** Keeps writes; `send` sets out to send them. */
  outbox: Outbox;
  send: () => void;
  tracker: WritePort;
  call: WriteCall;
  gate: GatePort;
  drafts: DraftStore;
  readTicket: AlignmentPort["readTicket"];
  open: AlignmentPort["open"];
  /** Milliseconds since 1970. */
  now: () => number;
  signal: AbortSignal;
}

/** All that the UI may ask of one site, on whichever host. Reads go to the tracker, writes into the outbox. */
export function createDesk(site: Site, around: DeskAround): AlignmentPort {
  const { cache, outbox, send, tracker, call, gate, drafts, readTicket, open, now, signal } = around;
  const { id, api } = site;
  let me: string | null = null;

  return {
    ...knownFacts(site, cache, now),
    ...keptWrites(id, outbox, send, signal),
    ...gate,
    readTicket,
    async readPart(object, part) {
      const read = await tracker.readPart(object, part, signal);
      return read.ok ? ok(standingOf(part, read.value)) : portResult(read);
    },
    async readFields(objects, field) {
      const read = await tracker.readFields(objects, field, signal);
      if (!read.ok) return portResult(read);
      return ok(Object.fromEntries([...read.value].map(([id, it]) => [id, standingOf(field, it)])));
    },
    readTexts: async (object, part) => portResult(await readTexts(tracker, object, part, signal)),
    async readSignOffs(item, statement) {
      const policy = await readPolicy(site, cache, item, call, now, signal);
      if (!policy.ok) return portResult(policy);
      const scope = api.policyScopeOf(item.key);
      const read = await readSignOffs(tracker, scope, item, statement, policy.value, now, signal);
      if (read.ok && (await noteStanding(tracker, item, read.value.standing, signal)))
        await cache.expire(id, [item.id]);
      return portResult(read);
    },
    scopeOf: (key) => api.policyScopeOf(key),
    readAims: async (scope) => portResult(await tracker.readAims(scope, signal)),
    readBelow: async (object) => portResult(await tracker.readBelow(object, signal)),
    async readMe() {
      const read = await tracker.readMe(signal);
      if (read.ok) me = read.value;
      // Out of reach it is still the person whom the tracker named a moment ago, so that what they save is kept.
      return read.ok || me === null || !outOfReach.has(read.error.kind) ? portResult(read) : ok(me);
    },
    async inTurn(name, act) {
      return await navigator.locks.request(`${id} ${name}`, { signal }, act);
    },
    room: tracker.roomOf,
    readDraft: drafts.read,
    keepDraft: drafts.keep,
    dropDraft: drafts.drop,
    open,
  };
}

function standingOf<P extends Part>(part: P, { version, value: raw }: Versioned): Standing<P> {
  const parsed = parts[part].nullable().safeParse(raw);
  // The schema of a part is chosen by its name, which types cannot follow.
  return { version, raw, value: (parsed.success ? parsed.data : "unreadable") as never };
}

const failed = ({ kind, message }: WriteFailure): PortFailure => ({ kind, message });

const portResult = <T>(it: Result<T, WriteFailure>): Result<T, PortFailure> =>
  it.ok ? it : err(failed(it.error));
