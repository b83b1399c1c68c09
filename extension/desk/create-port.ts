import { noLocalPolicies } from "../../shared/domain/policy-in-force";
import { err, ok, type Result } from "../../shared/domain/result";
import type { AlignmentPort, Part, PortFailure, Standing } from "../../shared/ui/port";
import { createFactsService } from "../facts/facts-service";
import { createGateDesk } from "../gate/gate-desk";
import type { Database } from "../store/database";
import { createDraftStore } from "../store/drafts";
import type { ReadLocal } from "../store/facts-cache";
import { createFactsStores } from "../store/facts-stores";
import { createGateLog } from "../store/gate-log";
import { createLinearKeyStore } from "../store/linear-key";
import type { Outbox } from "../store/outbox";
import type { Versioned, WriteFailure } from "../store/outbox-row";
import { parts } from "../trackers/part-write";
import { writePorts } from "../trackers/write-ports";
import { keptWrites } from "./kept-writes";
import { knownFacts } from "./known-facts";
import { noteStanding } from "./note-standing";
import { readPolicy } from "./read-policy";
import { readSignOffs } from "./read-sign-offs";
import { readTexts } from "./read-texts";
import { readTicket } from "./read-ticket";
import type { Tenant } from "./tenant";
import { trackerCall } from "./tracker-call";

const outOfReach = new Set<WriteFailure["kind"]>(["offline", "rate-limited", "server", "deadline"]);

interface Surroundings {
  database: Database;
  /** Keeps writes; the worker sends them. */
  outbox: Outbox;
  /** Tells the worker that there is something to send. */
  flush: () => Promise<unknown>;
  open: (url: string) => void;
  /** The policies that this browser keeps. Default: none. */
  readLocal?: ReadLocal;
  now?: () => number;
  signal: AbortSignal;
}

/** The port of the extension's own pages, for one tenant. Reads go to the tracker, writes into the outbox. */
export function createPort(tenant: Tenant, around: Surroundings): AlignmentPort {
  const { database, outbox, flush, open, now = Date.now, signal } = around;
  const { readLocal = async () => noLocalPolicies } = around;
  const { id: site, api } = tenant;
  const stores = createFactsStores(database, readLocal);
  const facts = createFactsService(stores, { now });
  const call = trackerCall(tenant, createLinearKeyStore(database));
  const tracker = writePorts[tenant.tracker](call);
  const drafts = createDraftStore(database, site, now);
  let me: string | null = null;

  // All is kept by then: that the worker hears of it late loses nothing.
  const send = () =>
    void flush().catch((error: unknown) => console.error("The worker was not told of a write.", error));

  return {
    ...knownFacts(tenant, stores.cache, now),
    ...keptWrites(site, outbox, send, signal),
    ...createGateDesk(tenant, {
      ...{ cache: stores.cache, log: createGateLog(database) },
      ...{ call, port: tracker, readLocal, now, signal },
    }),
    readTicket: (key) =>
      readTicket(facts, stores.cache, tenant, key, (it) => call(it, signal), { now, wait, signal }),
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
      const policy = await readPolicy(tenant, stores.cache, item, call, now, signal);
      if (!policy.ok) return portResult(policy);
      const scope = api.policyScopeOf(item.key);
      const read = await readSignOffs(tracker, scope, item, statement, policy.value, now, signal);
      if (read.ok && (await noteStanding(tracker, item, read.value.standing, signal)))
        await stores.cache.expire(site, [item.id]);
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
      return await navigator.locks.request(`${site} ${name}`, { signal }, act);
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

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const failed = ({ kind, message }: WriteFailure): PortFailure => ({ kind, message });

const portResult = <T>(it: Result<T, WriteFailure>): Result<T, PortFailure> =>
  it.ok ? it : err(failed(it.error));
