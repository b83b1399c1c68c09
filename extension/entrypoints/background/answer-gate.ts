import { browser } from "wxt/browser";
import { refusalReasons } from "../../../shared/domain/entry";
import type { GateLogEntry } from "../../../shared/domain/gate-log-entry";
import { type Judge, judgeMoves } from "../../../shared/gate/judge-moves";
import type { SprintMove } from "../../../shared/tracker/sprint-entry";
import { wordOf } from "../../../shared/ui/word-of";
import type { Tenant } from "../../desk/tenant";
import { trackerCall } from "../../desk/tracker-call";
import { askedStart } from "../../gate/asked-start";
import { lookAhead } from "../../gate/look-ahead";
import { maySpeakUp } from "../../gate/may-speak-up";
import { measureWhereLimited } from "../../gate/measure-where-limited";
import { refusalSentence } from "../../gate/refusal-sentence";
import { refusedIn } from "../../gate/refused-in";
import { sprintHints } from "../../gate/sprint-hints";
import { translateWith } from "../../language/translate-with";
import { type GateConfig, onMessage } from "../../messaging/extension-protocol";
import { readCatalog } from "../../store/catalog";
import type { Database } from "../../store/database";
import type { FactsStores } from "../../store/facts-stores";
import { readSprintField } from "../../store/gate-hints";
import { createGateLog } from "../../store/gate-log";
import { isSiteOn } from "../../store/is-site-on";
import type { LinearKeyStore } from "../../store/linear-key";
import { gateReaders } from "../../trackers/gate-readers";
import { sprintPorts } from "../../trackers/sprint-ports";
import { sweepScopes } from "../../trackers/sweep-ports";
import { writePorts } from "../../trackers/write-ports";
import { callSprintNotes } from "./call-sprint-notes";
import { gatePassed, gateQuestion, ticketKey } from "./message-schemas";
import { openGate } from "./open-capture";
import { type Sender, tabOf, tenantOfPage } from "./senders";

/** Less than the page waits, so that the answer arrives. */
const callsMs = 4_500;
/** What nobody waits for lets the request itself go first. */
const behindMs = 150;
const keptMs = 90 * 24 * 60 * 60_000;

/** The page that asks, and whose sprints it fills; `pageScope` null: that cannot be told from its address. */
interface Asking {
  site: Tenant;
  tab: number;
  pageScope: string | null;
}

/** Answers the gate of every page: what its requests may do, and what it has to know beforehand. */
export function answerGate(database: Database, { cache, pauses }: FactsStores, keys: LinearKeyStore): void {
  const log = createGateLog(database);
  const { id } = browser.runtime;

  const tenantOf = (sender: Sender): Tenant => tenantOfPage(sender, id);
  const askingOf = (sender: Sender): Asking => {
    const site = tenantOf(sender);
    const pageScope = sweepScopes[site.tracker](new URL(sender.tab?.url ?? sender.url ?? ""));
    return { site, tab: tabOf(sender), pageScope };
  };

  async function configOf({ id, origin }: Tenant, isOn: boolean): Promise<GateConfig> {
    const policies = await cache.allPolicies(id);
    const wantsFacts = policies.length > 0 && policies.every(({ policy }) => blocksWithoutFacts(policy));
    const hints = { sprintField: await readSprintField(origin) };
    if (!wantsFacts || !isOn) return { hints, silence: null };
    const t = translateWith(await readCatalog());
    return { hints, silence: t("gateSilent") };
  }

  /** `isUrgent`: a person waits for the verdict, and the tracker is asked even while it wants to be left in peace. */
  async function judgeAt(
    { site, pageScope }: Asking,
    isAwaited: boolean,
    isUrgent = isAwaited,
  ): Promise<Judge> {
    const signal = AbortSignal.timeout(callsMs);
    const call = trackerCall(site, keys, pauses, isUrgent);
    const reader = gateReaders[site.tracker](call, site.origin);
    const hints = await sprintHints(site.origin, reader, signal);
    const port = writePorts[site.tracker](call);
    return { site, cache, reader, port, call, hints, isAwaited, pageScope, now: Date.now, signal };
  }

  /** Judges and logs; gives the sentence that refuses them, or null. */
  async function judge(moves: SprintMove[], asking: Asking, isAwaited: boolean): Promise<string | null> {
    const { site, tab } = asking;
    const startedAt = Date.now();
    const judge = await judgeAt(asking, isAwaited);
    const decisions = await judgeMoves(moves, judge);
    const ms = Date.now() - startedAt;
    const entries = decisions.map(({ issue, sprint, verdict }): GateLogEntry => {
      const { strict, reasons } = verdict;
      const said = {
        // What went on before anybody could say no was let through.
        verdict: isAwaited || verdict.verdict === "allow" ? verdict.verdict : ("passed" as const),
        strict,
        reasons: [...reasons],
        why: isAwaited ? null : ("unawaited" as const),
        override: null,
      };
      return { site: site.id, at: startedAt, ring: "before", issue, sprint, ...said, ms };
    });
    // Behind the answer, which waits for none of it.
    void log.add(entries).catch((error: unknown) => console.error("The gate's log was not kept.", error));
    void measureWhereLimited(decisions, judge).catch((error: unknown) =>
      console.error("How long signatures are waited for is not known.", error),
    );
    const started = isAwaited ? await askedStart(moves, judge, sprintPorts[site.tracker](judge.call)) : null;
    const refused = isAwaited ? (started ?? refusedIn(decisions)) : null;
    if (refused !== null)
      void openGate({ tab, origin: site.origin, tenant: site.id }, refused).catch((error: unknown) =>
        console.error("The gate's dialog could not be opened.", error),
      );
    if (started === null && decisions.every(({ verdict }) => verdict.verdict !== "block")) return null;
    const t = translateWith(await readCatalog());
    return started === null
      ? refusalSentence(decisions, t)
      : t("gateStartAsked", String(started.asked.length));
  }

  onMessage("readGateConfig", async ({ sender }) => {
    const site = tenantOf(sender);
    return configOf(site, await isSiteOn(site.origin));
  });
  onMessage("judgeMoves", async ({ data, sender }) => {
    const { moves, isLetIn } = gateQuestion.parse(data);
    const asking = askingOf(sender);
    const { site, pageScope } = asking;
    const isOn = await isSiteOn(site.origin);
    // Pages of a site that is off go on to ask until they are left.
    if (!isOn) return { refuse: null, config: await configOf(site, isOn) };
    // Nobody waits for a verdict that would say nothing; what it would have been is noted all the same.
    const isAwaited = !isLetIn && (await maySpeakUp(moves, { site, cache, pageScope, now: Date.now }));
    if (isAwaited) {
      const refuse = await judge(moves, asking, true);
      return { refuse, config: await configOf(site, isOn) };
    }
    setTimeout(() => {
      judge(moves, asking, false).catch((error: unknown) =>
        console.error("What the gate would say is not known.", error),
      );
    }, behindMs);
    return { refuse: null, config: await configOf(site, isOn) };
  });
  onMessage("readAhead", async ({ data, sender }) => {
    const key = ticketKey.parse(data);
    if (!(await isSiteOn(tenantOf(sender).origin))) return [];
    const { names, verdict } = await lookAhead(key, await judgeAt(askingOf(sender), true, false));
    if (verdict?.verdict === "block") {
      const t = translateWith(await readCatalog());
      const why = refusalReasons.find((it) => verdict.reasons.includes(it)) ?? "facts-missing";
      // Shown only where it is being dragged; without a page to show it in the request says it.
      await callSprintNotes(tabOf(sender), "hint", t("gateHint", key, t(`gateWhy_${wordOf(why)}`))).catch(
        () => false,
      );
    }
    return names;
  });
  onMessage("noteGatePassed", async ({ data, sender }) => {
    const { passed, moves } = gatePassed.parse(data);
    const { id: site, origin } = tenantOf(sender);
    if (!(await isSiteOn(origin))) return;
    const nothing = {
      verdict: "passed" as const,
      strict: null,
      reasons: [],
      why: passed,
      override: null,
      ms: 0,
    };
    const about = moves.map((it) => ({
      issue: "issue" in it && typeof it.issue === "string" ? it.issue : null,
    }));
    const entries = (about.length > 0 ? about : [{ issue: null }]).map(
      ({ issue }): GateLogEntry => ({
        site,
        at: Date.now(),
        ring: "before",
        issue,
        sprint: null,
        ...nothing,
      }),
    );
    await log.add(entries);
  });
  browser.runtime.onStartup.addListener(() => log.prune(Date.now() - keptMs));
}

const blocksWithoutFacts = (
  policy: Awaited<ReturnType<FactsStores["cache"]["allPolicies"]>>[number]["policy"],
) => policy.kind === "value" && policy.value.mode === "block" && policy.value.withoutFacts === "block";
