import { browser } from "wxt/browser";
import { judgeMoves } from "../../../shared/gate/judge-moves";
import type { Write } from "../../../shared/outbox/outbox-row";
import { writeFailure } from "../../../shared/outbox/outbox-sender";
import { type Tenant, tenantOf } from "../../desk/tenant";
import { trackerCall } from "../../desk/tracker-call";
import { restore } from "../../gate/put-back";
import { putBackComment } from "../../gate/put-back-comment";
import { sprintHints } from "../../gate/sprint-hints";
import type { Sweep } from "../../gate/sweep-look";
import { type SweepOutcome, sweepSprints } from "../../gate/sweep-sprints";
import { translateWith } from "../../language/translate-with";
import { onMessage, type Restored } from "../../messaging/extension-protocol";
import type { PageNote } from "../../messaging/gate-protocol";
import { mustBeOwnPage } from "../../messaging/own-page";
import { readCatalog } from "../../store/catalog";
import type { Database } from "../../store/database";
import type { FactsStores } from "../../store/facts-stores";
import { createGateLog } from "../../store/gate-log";
import { isSiteOn } from "../../store/is-site-on";
import type { LinearKeyStore } from "../../store/linear-key";
import { createSweepStore } from "../../store/sweep-store";
import type { SweepTroubles } from "../../store/sweep-troubles";
import { gateReaders } from "../../trackers/gate-readers";
import { pages } from "../../trackers/pages";
import { sweepPorts, sweepScopes } from "../../trackers/sweep-ports";
import type { View } from "../../trackers/tracker-page";
import { writePorts } from "../../trackers/write-ports";
import { pageNote, putBackId, tenant } from "./message-schemas";
import { createSprintNoter, type SeenPage } from "./note-sprints";
import { tabOf, tenantOfPage } from "./senders";
import { tellNothingToRestore, tellRestored, tellWhatWasPutBack } from "./tell-put-backs";
import type { ToolbarMarks } from "./toolbar-marks";

/** So long the requests of one action may follow each other. */
const settleMs = 700;
/** A request may take its time, and a tracker may be behind with what it tells. */
const againMs = 5_000;
/** Looking at a page is no reason to ask more often. */
const leastApartMs = 5_000;
const sweepMs = 60_000;
const keptMs = 30 * 24 * 60 * 60_000;
/** A gate that was off longer ago may be on by now. */
const trustedMs = 60 * 60_000;
/** Where nobody says whose sprints a page may fill, those that were swept before, and those of tickets seen; no more at once. */
const mostScopes = 5;
const [soon, periodic] = ["sweep-soon", "sweep"];
const leastAlarmMs = 30_000;
const periodMinutes = 5;
/** Where people watch a sprint. */
const watched = new Set<View>(["board", "backlog", "sprint"]);

interface Surroundings {
  addWrites(writes: readonly Write[]): Promise<void>;
  troubles: SweepTroubles;
  marks: Pick<ToolbarMarks, "markAll">;
}

/**
 * Ring two: reads sprints after what pages send, while they are looked at, and in Linear with the person's key also by itself, and
 * takes out what should not have got in. One sweep at a time at each site, however many tabs ask for it.
 */
export function sweepSites(
  database: Database,
  stores: FactsStores,
  keys: LinearKeyStore,
  { addWrites, troubles, marks }: Surroundings,
): void {
  const { cache, pauses } = stores;
  const noteSprints = createSprintNoter(database, stores, keys);
  const store = createSweepStore(database);
  const log = createGateLog(database);
  const { id } = browser.runtime;
  /** The scopes of which a sweep is to come. */
  const due = new Set<string>();
  const again = new Map<string, ReturnType<typeof setTimeout>>();
  const sweptAt = new Map<string, number>();

  async function around(site: Tenant, scope: string, signal: AbortSignal): Promise<Sweep> {
    const call = trackerCall(site, keys, pauses);
    const reader = gateReaders[site.tracker](call, site.origin);
    const port = writePorts[site.tracker](call);
    const hints = await sprintHints(site.origin, reader, signal);
    const judge: Sweep["judge"] = (moves) =>
      // They are in by now, and each is judged all the same.
      judgeMoves(moves, {
        ...{ site, cache, reader, port, call, hints },
        ...{ isAwaited: false, now: Date.now, signal },
      });
    return {
      ...{ site, scope, reader, hints, judge, store, log, signal },
      ...{ port: sweepPorts[site.tracker](call), readMe: port.readMe, now: Date.now },
      newId: () => crypto.randomUUID(),
      async comment(putBack) {
        const t = translateWith(await readCatalog());
        await addWrites(putBack.map((row) => putBackComment(row, t)));
      },
    };
  }

  /** Whether there is anything to look after: the site is on, the policy is not off, and the site may be asked. */
  async function mayAsk(site: Tenant, scope: string): Promise<boolean> {
    if (!(await isSiteOn(site.origin))) return false;
    if ((await pauses.inForce(site.id, Date.now())) !== null) return false;
    // Without its key the overlay says so, and there is nobody to ask.
    if (site.api.caller === "background" && (await keys.read())?.workspace !== site.workspace) return false;
    const known = (await cache.policiesOf(site.id, [scope])).get(scope);
    if (known === undefined || Date.now() - known.readAt > trustedMs) return true;
    return known.policy.kind !== "value" || known.policy.value.mode !== "off";
  }

  async function sweep(site: Tenant, scope: string): Promise<void> {
    const isNew = await navigator.locks.request(`sweep ${site.id}`, async () => {
      if (!(await mayAsk(site, scope))) return null;
      sweptAt.set(`${site.id} ${scope}`, Date.now());
      const { ended, failure, isWaiting } = await look(site, scope);
      if (isWaiting) sweepIn(againMs, site, scope);
      const before = await troubles.read(site.id);
      await troubles.note(site.id, scope, failure, Date.now());
      // Not waited for: a page that hangs is not to hold up the next look.
      if (before !== null || failure !== null)
        void marks.markAll(site).catch((error: unknown) => console.error("Tabs could not be marked.", error));
      if (failure === null) await pauses.settle(site.id, Date.now());
      return ended.some(({ state }) => state === "done");
    });
    // Behind the lock: pages that answer late hold up no other look, and no undo.
    if (isNew !== null) await tell(site, isNew);
  }

  /** One after the other, so that nobody is told twice. */
  async function tell(site: Tenant, isNew: boolean): Promise<void> {
    await navigator.locks.request(`tell ${site.id}`, () => tellWhatWasPutBack(site, store, isNew));
  }

  async function look(site: Tenant, scope: string): Promise<SweepOutcome> {
    try {
      return await sweepSprints(await around(site, scope, AbortSignal.timeout(sweepMs)));
    } catch (error) {
      console.error("Sprints could not be swept.", error);
      const words = error instanceof Error ? error.message : String(error);
      return { ended: [], failure: writeFailure("unexpected", words), isWaiting: false };
    }
  }

  const attempt = (site: Tenant, scope: string) =>
    void sweep(site, scope).catch((error: unknown) => console.error("Sprints could not be swept.", error));

  async function scopesOf(site: Tenant, url: URL): Promise<string[]> {
    const scope = sweepScopes[site.tracker](url);
    if (scope !== null) return [scope];
    const swept = (await store.scopes()).filter((it) => it.site === site.id).map((it) => it.scope);
    const items = (await cache.all(site.id)).sort((a, b) => b.readAt - a.readAt);
    const seen = items.map(({ key }) => site.api.policyScopeOf(key)).filter((it) => it !== "");
    return [...new Set([...swept, ...seen])].slice(0, mostScopes);
  }

  /** Sweeps in a while, where no sweep is to come before; requests that follow each other put it off no further. */
  function sweepIn(ms: number, site: Tenant, scope: string): void {
    const name = `${site.id} ${scope}`;
    if (due.has(name)) return;
    due.add(name);
    setTimeout(() => {
      due.delete(name);
      attempt(site, scope);
    }, ms);
  }

  async function afterWrite(page: SeenPage): Promise<void> {
    const { site, url } = page;
    await store.noteWrite(site.id, Date.now());
    // Should the worker be stopped before it looks, the alarm does.
    await browser.alarms.create(soon, { when: Date.now() + leastAlarmMs });
    for (const scope of await scopesOf(site, url)) {
      const name = `${site.id} ${scope}`;
      noteSprints(page, scope, "wrote");
      sweepIn(settleMs, site, scope);
      clearTimeout(again.get(name));
      again.set(
        name,
        setTimeout(() => sweepIn(0, site, scope), againMs),
      );
    }
  }

  async function whileSeen(page: SeenPage, what: PageNote): Promise<void> {
    const { site, url } = page;
    if (what === "visible" && !watched.has(pages[site.tracker].viewOf(url))) return;
    await tell(site, false);
    for (const scope of await scopesOf(site, url)) {
      noteSprints(page, scope, what);
      const last = sweptAt.get(`${site.id} ${scope}`) ?? 0;
      sweepIn(Math.max(0, last + leastApartMs - Date.now()), site, scope);
    }
  }

  onMessage("notePage", async ({ data, sender }) => {
    const what = pageNote.parse(data);
    const site = tenantOfPage(sender, id);
    const url = new URL(sender.tab?.url ?? sender.url ?? "");
    const page = { site, url, tab: tabOf(sender) };
    await (what === "wrote" ? afterWrite(page) : whileSeen(page, what));
  });
  onMessage("sweepAgain", async ({ data, sender }) => {
    mustBeOwnPage(sender, id, browser.runtime.getURL("/"));
    const site = tenant.parse(data);
    for (const scope of await troubles.scopes(site.id)) await sweep(site, scope);
    return (await troubles.scopes(site.id)).length === 0;
  });
  onMessage("restorePutBack", async ({ data, sender }): Promise<Restored> => {
    const site = tenantOfPage(sender, id);
    const row = await store.find(putBackId.parse(data));
    if (row?.site !== site.id || row.state !== "done") return tellNothingToRestore();
    const restored = await navigator.locks.request(`sweep ${site.id}`, async () =>
      restore(row, await around(site, row.scope, AbortSignal.timeout(sweepMs))),
    );
    return tellRestored(site, row, restored);
  });

  browser.alarms.onAlarm.addListener(async ({ name }) => {
    if (name !== soon && name !== periodic) return;
    for (const { site, scope } of await store.scopes()) {
      const tenant = tenantOf(site);
      // Now and then only where no page has to be open for it.
      if (tenant !== null && (name === soon || tenant.api.caller === "background")) attempt(tenant, scope);
    }
  });
  const keepPeriod = () => browser.alarms.create(periodic, { periodInMinutes: periodMinutes });
  browser.runtime.onInstalled.addListener(keepPeriod);
  browser.runtime.onStartup.addListener(async () => {
    await keepPeriod();
    await store.prune(Date.now() - keptMs);
  });
}
