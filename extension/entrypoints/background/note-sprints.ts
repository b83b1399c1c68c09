import { speaksUp } from "../../../shared/domain/entry";
import { readinessOf } from "../../../shared/domain/readiness";
import { none } from "../../../shared/domain/result";
import type { Tenant } from "../../desk/tenant";
import { trackerCall } from "../../desk/tracker-call";
import { lookRestMs } from "../../gate/look-rest";
import { openGateDesk } from "../../gate/open-gate-desk";
import { translateWith } from "../../language/translate-with";
import type { PageNote } from "../../messaging/gate-protocol";
import { readCatalog } from "../../store/catalog";
import type { Database } from "../../store/database";
import type { FactsStores } from "../../store/facts-stores";
import { createGateLog } from "../../store/gate-log";
import { isSiteOn } from "../../store/is-site-on";
import type { LinearKeyStore } from "../../store/linear-key";
import { readLocalPolicies } from "../../store/local-policies";
import { keepSprintLook, readSprintLook, type SprintLook } from "../../store/sprint-looks";
import { pages } from "../../trackers/pages";
import type { View } from "../../trackers/tracker-page";
import { writePorts } from "../../trackers/write-ports";
import { callSprintNotes } from "./call-sprint-notes";

/** Where sprints are filled. */
const planning = new Set<View>(["backlog", "sprint"]);
/** After a page wrote something its sweep comes first, and may put back what it finds. */
const settleMs = 3_000;
const callsMs = 30_000;

/** A page of a tracker that somebody looks at. */
export interface SeenPage {
  site: Tenant;
  url: URL;
  tab: number;
}

/**
 * Says on the pages where sprints are planned how many of their tickets are ready, by the evidence and the gate's own rule. Only where
 * the policy warns or keeps out: a gate that observes says nothing, and costs no calls.
 */
export function createSprintNoter(database: Database, { cache, pauses }: FactsStores, keys: LinearKeyStore) {
  /** Looks that are under way, and the scopes of those during which a page sent something. */
  const running = new Map<string, Promise<SprintLook>>();
  const writtenDuring = new Set<string>();
  const due = new Set<string>();

  async function look(site: Tenant, scope: string): Promise<SprintLook> {
    const at = Date.now();
    const signal = AbortSignal.timeout(callsMs);
    let calls = 0;
    const through = trackerCall(site, keys, pauses);
    const call: typeof through = (request, stop) => {
      calls += 1;
      return through(request, stop);
    };
    const desk = openGateDesk(site, {
      ...{ cache, log: createGateLog(database), call, port: writePorts[site.tracker](call) },
      ...{ readLocal: readLocalPolicies, now: Date.now, signal },
    });
    const read = await desk.readSprints(scope);
    if (!read.ok) throw new Error(read.error.message ?? read.error.kind);
    const policy = (await cache.policiesOf(site.id, [scope])).get(scope)?.policy;
    const t = translateWith(await readCatalog());
    const notes = (policy === undefined ? [] : read.value.sprints).map(({ id, name, pages, entries }) => {
      const { ready, notReady, broken } = readinessOf(entries, policy ?? none, read.value.readAt);
      const [isIn, isNot] = [`${ready.length + broken.length}`, `${notReady.length}`];
      const text = t("sprintNote", isIn, isNot);
      const named = t("sprintNote_named", name, isIn, isNot);
      const note = { sprint: id, text, named, isReady: notReady.length === 0 };
      return { note, ...(pages && { pages: [...pages] }) };
    });
    return { at, calls, isStale: false, notes };
  }

  /** One look at a time, however many pages ask for it. */
  async function lookOnce(site: Tenant, scope: string): Promise<SprintLook> {
    const name = `${site.id} ${scope}`;
    const begun = running.get(name) ?? look(site, scope);
    running.set(name, begun);
    try {
      const now = { ...(await begun), isStale: writtenDuring.has(name) };
      await keepSprintLook(site.id, scope, now);
      return now;
    } finally {
      running.delete(name);
      writtenDuring.delete(name);
    }
  }

  async function show({ site, url, tab }: SeenPage, scope: string): Promise<SprintLook | null> {
    if (!(await isSiteOn(site.origin))) return null;
    const known = (await cache.policiesOf(site.id, [scope])).get(scope);
    if (known === undefined || !speaksUp(known.policy, new Date().toISOString())) return null;
    const last = await readSprintLook(site.id, scope);
    const now = last !== null && restOf(last) > 0 ? last : await lookOnce(site, scope);
    const notes = now.notes.flatMap(({ pages: own, note }) =>
      own === undefined || own.some((end) => url.pathname.endsWith(end)) ? note : [],
    );
    const t = translateWith(await readCatalog());
    await callSprintNotes(tab, "show", notes, url.pathname, t("sprintNote_label"));
    return now;
  }

  async function attempt(page: SeenPage, scope: string): Promise<void> {
    try {
      const shown = await show(page, scope);
      if (shown?.isStale) showIn(restOf(shown), page, scope);
    } catch (error) {
      // The next look tries again, and the panel says what is wrong.
      console.error("How ready sprints are is not known.", error);
    }
  }

  function showIn(ms: number, page: SeenPage, scope: string): void {
    const name = `${page.tab} ${scope}`;
    if (due.has(name)) return;
    due.add(name);
    setTimeout(
      () => {
        due.delete(name);
        void attempt(page, scope);
      },
      Math.max(settleMs, ms),
    );
  }

  async function noteWrite(page: SeenPage, scope: string): Promise<void> {
    const name = `${page.site.id} ${scope}`;
    if (running.has(name)) writtenDuring.add(name);
    const last = await readSprintLook(page.site.id, scope);
    if (last !== null) await keepSprintLook(page.site.id, scope, { ...last, isStale: true });
    showIn(0, page, scope);
  }

  /** A page was looked at, or sent something; `scope`: whose sprints it shows. */
  return function noteSprints(page: SeenPage, scope: string, what: PageNote): void {
    if (!planning.has(pages[page.site.tracker].viewOf(page.url))) return;
    if (what !== "wrote") {
      void attempt(page, scope);
      return;
    }
    noteWrite(page, scope).catch((error: unknown) =>
      console.error("That sprints may have changed is not noted.", error),
    );
  };
}

/** How long it is still good for, in milliseconds. */
const restOf = ({ at, calls, isStale }: SprintLook): number => at + lookRestMs(calls, isStale) - Date.now();
