import { speaksUp } from "../../../shared/domain/entry";
import { readinessOf } from "../../../shared/domain/readiness";
import type { Tenant } from "../../desk/tenant";
import { trackerCall } from "../../desk/tracker-call";
import type { SprintNote } from "../../frame/sprint-notes-call";
import { createGateDesk } from "../../gate/gate-desk";
import { translateWith } from "../../language/translate-with";
import type { PageNote } from "../../messaging/gate-protocol";
import { readCatalog } from "../../store/catalog";
import type { Database } from "../../store/database";
import type { FactsStores } from "../../store/facts-stores";
import { createGateLog } from "../../store/gate-log";
import type { LinearKeyStore } from "../../store/linear-key";
import { readLocalPolicies } from "../../store/local-policies";
import { pages } from "../../trackers/pages";
import type { View } from "../../trackers/tracker-page";
import { writePorts } from "../../trackers/write-ports";
import { callSprintNotes } from "./call-sprint-notes";

/** Where sprints are filled. */
const planning = new Set<View>(["backlog", "sprint"]);
/** What was read is shown again for so long, whichever page asks. */
const freshMs = 60_000;
/** After a page wrote something its sweep comes first, and may put back what it finds. */
const settleMs = 3_000;
const callsMs = 30_000;

interface NoteOfPage {
  note: SprintNote;
  /** How the addresses end of the only pages that show it; undefined: any may. */
  pages: readonly string[] | undefined;
}

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
export function createSprintNoter(database: Database, { cache }: FactsStores, keys: LinearKeyStore) {
  const read = new Map<string, { at: number; notes: Promise<NoteOfPage[]> }>();
  const due = new Set<string>();

  async function readNotes(site: Tenant, scope: string): Promise<NoteOfPage[]> {
    const signal = AbortSignal.timeout(callsMs);
    const call = trackerCall(site, keys);
    const desk = createGateDesk(site, {
      ...{ cache, log: createGateLog(database), call, port: writePorts[site.tracker](call) },
      ...{ readLocal: readLocalPolicies, now: Date.now, signal },
    });
    const sprints = await desk.readSprints(scope);
    if (!sprints.ok) throw new Error(sprints.error.message ?? sprints.error.kind);
    const policy = (await cache.policiesOf(site.id, [scope])).get(scope)?.policy;
    if (policy === undefined) return [];
    const t = translateWith(await readCatalog());
    return sprints.value.sprints.map(({ id, name, pages, entries }) => {
      const { ready, notReady, broken } = readinessOf(entries, policy, sprints.value.readAt);
      const [isIn, isNot] = [`${ready.length + broken.length}`, `${notReady.length}`];
      const text = t("sprintNote", isIn, isNot);
      const named = t("sprintNote_named", name, isIn, isNot);
      return { pages, note: { sprint: id, text, named, isReady: notReady.length === 0 } };
    });
  }

  async function show({ site, url, tab }: SeenPage, scope: string): Promise<void> {
    const known = (await cache.policiesOf(site.id, [scope])).get(scope);
    if (known === undefined || !speaksUp(known.policy, new Date().toISOString())) return;
    const name = `${site.id} ${scope}`;
    const last = read.get(name);
    const isFresh = last !== undefined && Date.now() - last.at < freshMs;
    const now = isFresh ? last : { at: Date.now(), notes: readNotes(site, scope) };
    read.set(name, now);
    try {
      const notes = (await now.notes).flatMap(({ pages: own, note }) =>
        own === undefined || own.some((end) => url.pathname.endsWith(end)) ? note : [],
      );
      const t = translateWith(await readCatalog());
      await callSprintNotes(tab, "show", notes, url.pathname, t("sprintNote_label"));
    } catch (error) {
      read.delete(name);
      throw error;
    }
  }

  /** A page was looked at, or sent something; `scope`: whose sprints it shows. */
  return function noteSprints(page: SeenPage, scope: string, what: PageNote): void {
    if (!planning.has(pages[page.site.tracker].viewOf(page.url))) return;
    const name = `${page.tab} ${scope}`;
    const attempt = () => {
      due.delete(name);
      // The next look tries again, and the panel says what is wrong.
      show(page, scope).catch((error: unknown) =>
        console.error("How ready sprints are is not known.", error),
      );
    };
    if (what !== "wrote") {
      attempt();
      return;
    }
    read.delete(`${page.site.id} ${scope}`);
    if (due.has(name)) return;
    due.add(name);
    setTimeout(attempt, settleMs);
  };
}
