import { err, ok, type Result } from "../../shared/domain/result";
import type { createBetSuggester } from "../../shared/domain/suggest-bets";
import type { AlignmentPort, NewWrite, PortFailure, TicketView } from "../../shared/ui/port";
import { createFactsService } from "../facts/facts-service";
import type { Database } from "../store/database";
import { createDraftStore } from "../store/drafts";
import { createFactsStores } from "../store/facts-stores";
import { createLinearKeyStore } from "../store/linear-key";
import type { Outbox } from "../store/outbox";
import type { Write, WriteFailure } from "../store/outbox-row";
import { isPart, parts } from "../trackers/part-write";
import { writePorts } from "../trackers/write-ports";
import { pendingOf } from "./pending-of";
import { readSignOffs } from "./read-sign-offs";
import { readTexts } from "./read-texts";
import { readTicket } from "./read-ticket";
import { statementsBeside } from "./statements-beside";
import { suggesterOf, textOf } from "./suggester-of";
import type { Tenant } from "./tenant";
import { ticketView } from "./ticket-views";
import { trackerCall } from "./tracker-call";

/** All that is known is weighed anew for suggestions after this time, and not for every ticket. */
const suggesterMs = 30_000;

interface Surroundings {
  database: Database;
  /** Keeps writes; the worker sends them. */
  outbox: Outbox;
  /** Tells the worker that there is something to send. */
  flush: () => Promise<unknown>;
  open: (url: string) => void;
  now?: () => number;
  signal: AbortSignal;
}

/** The port of the extension's own pages, for one tenant. Reads go to the tracker, writes into the outbox. */
export function createPort(tenant: Tenant, around: Surroundings): AlignmentPort {
  const { database, outbox, flush, open, now = Date.now, signal } = around;
  const { id: site, api } = tenant;
  const stores = createFactsStores(database);
  const facts = createFactsService(stores, { now });
  const call = trackerCall(tenant, createLinearKeyStore(database));
  const tracker = writePorts[tenant.tracker](call);
  const drafts = createDraftStore(database, site, now);
  let suggester: { at: number; suggest: ReturnType<typeof createBetSuggester> } | null = null;

  // All is kept by then: that the worker hears of it late loses nothing.
  const send = () =>
    void flush().catch((error: unknown) => console.error("The worker was not told of a write.", error));

  async function knownSite() {
    const all = await stores.cache.all(site);
    const items = all.flatMap(({ item }) => item ?? []);
    const scopes = new Set(items.filter(({ isBet }) => !isBet).map(({ key }) => api.policyScopeOf(key)));
    const policies = await stores.cache.policiesOf(site, [...scopes]);
    return { all, items, byId: new Map(all.map((it) => [it.id, it])), policies };
  }

  async function knownTickets(): Promise<TicketView[]> {
    const known = await knownSite();
    return known.all
      .filter(({ item }) => item !== null && !item.isBet)
      .sort((a, b) => b.readAt - a.readAt)
      .flatMap((it) => ticketView(it, known, api, now()) ?? []);
  }

  return {
    readTicket: (key) =>
      readTicket(facts, stores.cache, tenant, key, (it) => call(it, signal), { now, wait, signal }),
    async readPart(object, part) {
      const read = await tracker.readPart(object, part, signal);
      if (!read.ok) return err(failed(read.error));
      const { version, value: raw } = read.value;
      const parsed = parts[part].nullable().safeParse(raw);
      // The schema of a part is chosen by its name, which types cannot follow.
      return ok({ version, raw, value: (parsed.success ? parsed.data : "unreadable") as never });
    },
    readTexts: async (object, part) => portResult(await readTexts(tracker, object, part, signal)),
    async readSignOffs(item, statement, policy) {
      const scope = api.policyScopeOf(item.key);
      return portResult(await readSignOffs(tracker, scope, item, statement, policy, now, signal));
    },
    readBelow: async (object) => portResult(await tracker.readBelow(object, signal)),
    async knownBelow() {
      const { items } = await knownSite();
      return items.flatMap(({ id, key, title, parentId, statement }) =>
        parentId === null ? [] : { id, key, title, parentId, hasOwn: statement.kind !== "none" },
      );
    },
    readMe: async () => portResult(await tracker.readMe(signal)),
    async inTurn(name, act) {
      return await navigator.locks.request(`${site} ${name}`, { signal }, act);
    },
    room: tracker.roomOf,
    async write(writes) {
      await outbox.add(writes.map((it) => writeOf(site, it)));
      send();
    },
    settled: (id) =>
      new Promise((resolve) => {
        const end = new AbortController();
        const settle = (is: boolean) => {
          resolve(is);
          end.abort();
        };
        outbox.watch(
          (rows) => {
            const row = rows.find((it) => it.id === id);
            if (row === undefined) settle(true);
            else if (row.state === "refused" || row.state === "conflict") settle(false);
          },
          AbortSignal.any([end.signal, signal]),
        );
      }),
    watchPending: (act, until) =>
      outbox.watch(
        (rows) => act(rows.filter((it) => it.site === site).flatMap((it) => pendingOf(it) ?? [])),
        until,
      ),
    async retry(ids) {
      await outbox.hurry(ids);
      send();
    },
    async resolve(id, value) {
      await outbox.resolve(id, value);
      send();
    },
    discard: async (id) => void (await outbox.discard(id)),
    readDraft: drafts.read,
    keepDraft: drafts.keep,
    dropDraft: drafts.drop,
    knownTickets,
    knownStatements: async (except) => statementsBeside(except, (await knownSite()).items),
    knownBets: async () => (await knownSite()).items.filter(({ isBet }) => isBet),
    async suggestBets(key) {
      if (suggester === null || now() - suggester.at > suggesterMs)
        suggester = { at: now(), suggest: suggesterOf(await knownSite(), api, now()) };
      const ticket = (await stores.cache.byKeys(site, [key])).get(key)?.item;
      return ticket ? suggester.suggest(textOf(ticket.title)) : [];
    },
    open,
  };
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const failed = ({ kind, message }: WriteFailure): PortFailure => ({ kind, message });

const portResult = <T>(it: Result<T, WriteFailure>): Result<T, PortFailure> =>
  it.ok ? it : err(failed(it.error));

/** A comment adds to its object; a part is written over what was seen. */
function writeOf(site: string, it: NewWrite): Write {
  const { id, object, kind, value: payload } = it;
  if (!isPart(kind)) return { id, site, object, slot: kind, kind, payload, base: null, after: null };
  const { base, after } = it as Extract<NewWrite, { after: string | null }>;
  return { id, site, object, slot: kind, kind, payload, base, after };
}
