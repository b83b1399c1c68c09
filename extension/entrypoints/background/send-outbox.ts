import { browser } from "wxt/browser";
import { noteStandingsOf } from "../../../shared/desk/note-standing";
import type { Write } from "../../../shared/outbox/outbox-row";
import { routedSender } from "../../desk/routed-sender";
import { tenantOf } from "../../desk/tenant";
import { trackerCall } from "../../desk/tracker-call";
import { type FactsService, noTab } from "../../facts/facts-service";
import type { Database } from "../../store/database";
import type { FactsStores } from "../../store/facts-stores";
import type { LinearKeyStore } from "../../store/linear-key";
import { createOutbox } from "../../store/outbox";
import { webLock } from "../../store/outbox-lock";
import { writePorts } from "../../trackers/write-ports";
import { tellOtherPages } from "./tell-other-pages";

const alarm = "outbox";
const { signal: never } = new AbortController();
/** The browser rounds shorter alarms up to this, and stops an idle worker after about as long. */
const leastAlarmMs = 30_000;
const keptMs = 7 * 24 * 60 * 60_000;

/** What passes once a site answers again; a pause that it asked for does not. */
const passing = new Set<string>([
  "offline",
  "signed-out",
  "no-key",
  "other-workspace",
  "stale-tab",
  "deadline",
]);

export interface OutboxSending {
  /** Keeps writes, all or none, and sends them. */
  add(writes: readonly Write[]): Promise<void>;
  /** Sends what is due. */
  flush(): Promise<void>;
  /** This site has just answered: what waited for nothing else is due now. */
  siteAnswers(site: string): Promise<void>;
}

/** Sends what waits in the outbox, now and whenever something is due, however often the worker is stopped in between. */
export function sendOutbox(
  database: Database,
  { cache, pauses }: FactsStores,
  facts: FactsService,
  keys: LinearKeyStore,
): OutboxSending {
  const sent = new Map<string, Set<string>>();
  /** Of them, those whose statement may stand otherwise now. */
  const stated = new Map<string, Set<string>>();
  async function note({ site, object, kind }: Write): Promise<void> {
    sent.set(site, (sent.get(site) ?? new Set()).add(object));
    if (kind === "statement" || kind === "comment")
      stated.set(site, (stated.get(site) ?? new Set()).add(object));
    // Before anybody hears that it was sent: who then asks is not told what was known before.
    const forgotten = kind === "policy" ? cache.forgetPolicy(site, object) : cache.expire(site, [object]);
    await forgotten.catch((error: unknown) => console.error(error));
  }
  const portOf = (site: string) => {
    const tenant = tenantOf(site);
    return tenant && writePorts[tenant.tracker](trackerCall(tenant, keys, pauses));
  };
  const outbox = createOutbox(database, {
    senderOf: (kind) => routedSender(kind, portOf, note),
    lock: webLock(navigator.locks, "outbox"),
  });

  async function flush(): Promise<void> {
    // Should the worker be stopped in the middle of it, the alarm goes on.
    await browser.alarms.create(alarm, { when: Date.now() + leastAlarmMs });
    const next = await outbox.flush();
    await tellPages();
    if (next === null) await browser.alarms.clear(alarm);
    else await browser.alarms.create(alarm, { when: Math.max(next, Date.now() + leastAlarmMs) });
    const soonMs = next === null ? null : next - Date.now();
    if (soonMs !== null && soonMs < leastAlarmMs) setTimeout(() => void flush(), Math.max(0, soonMs));
  }

  /** What was written is read anew, in every open page of its site. */
  async function tellPages(): Promise<void> {
    for (const [site, objects] of [...sent]) {
      sent.delete(site);
      const tenant = tenantOf(site);
      if (tenant === null) continue;
      const call = trackerCall(tenant, keys, pauses);
      const changed = [...(stated.get(site) ?? [])];
      stated.delete(site);
      await noteStandingsOf(changed, tenant, writePorts[tenant.tracker](call), call, { cache }, never);
      const touched = await cache.expire(site, [...objects]);
      await facts.planFetch(tenant, { workspace: null, keys: touched }, noTab, (it) => call(it, never));
      await tellOtherPages(tenant.origin, noTab);
    }
  }

  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) void flush();
  });
  browser.runtime.onStartup.addListener(async () => {
    await outbox.prune(Date.now() - keptMs);
    await flush();
  });
  return {
    async add(writes) {
      if (writes.length === 0) return;
      await outbox.add(writes);
      void flush().catch((error: unknown) => console.error("The outbox could not be sent.", error));
    },
    flush,
    async siteAnswers(site) {
      const waiting = (await outbox.list()).filter(
        (it) => it.site === site && it.state === "waiting" && passing.has(it.failure?.kind ?? ""),
      );
      if (waiting.length === 0) return;
      await outbox.hurry(waiting.map(({ id }) => id));
      await flush();
    },
  };
}
