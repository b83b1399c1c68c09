import { browser } from "wxt/browser";
import type { GateLogEntry } from "../../../shared/domain/gate-log-entry";
import type { Tenant } from "../../desk/tenant";
import { trackerCall } from "../../desk/tracker-call";
import { askedStart } from "../../gate/asked-start";
import { type Judge, judgeMoves } from "../../gate/judge-moves";
import { maySpeakUp } from "../../gate/may-speak-up";
import { measureWhereLimited } from "../../gate/measure-waits";
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
import type { LinearKeyStore } from "../../store/linear-key";
import { gateReaders } from "../../trackers/gate-readers";
import type { SprintMove } from "../../trackers/sprint-entry";
import { sprintPorts } from "../../trackers/sprint-ports";
import { writePorts } from "../../trackers/write-ports";
import { gatePassed, gateQuestion } from "./message-schemas";
import { openGate } from "./open-capture";
import { type Sender, tabOf, tenantOfPage } from "./senders";

/** Less than the page waits, so that the answer arrives. */
const callsMs = 4_500;
const keptMs = 90 * 24 * 60 * 60_000;

/** Answers the gate of every page: what its requests may do, and what it has to know beforehand. */
export function answerGate(database: Database, { cache }: FactsStores, keys: LinearKeyStore): void {
  const log = createGateLog(database);
  const { id } = browser.runtime;

  const tenantOf = (sender: Sender): Tenant => tenantOfPage(sender, id);

  async function configOf({ id, origin }: Tenant): Promise<GateConfig> {
    const policies = await cache.allPolicies(id);
    const wantsFacts = policies.length > 0 && policies.every(({ policy }) => blocksWithoutFacts(policy));
    const t = translateWith(await readCatalog());
    return {
      hints: { sprintField: (await readSprintField(origin)) ?? null },
      silence: wantsFacts ? t("gateSilent") : null,
    };
  }

  /** Judges and logs; gives the sentence that refuses them, or null. */
  async function judge(
    moves: SprintMove[],
    site: Tenant,
    tab: number,
    isAwaited: boolean,
  ): Promise<string | null> {
    const startedAt = Date.now();
    const signal = AbortSignal.timeout(callsMs);
    const call = trackerCall(site, keys);
    const port = writePorts[site.tracker](call);
    const reader = gateReaders[site.tracker](call, site.origin);
    const judge: Judge = {
      site,
      cache,
      reader,
      port,
      call,
      hints: await sprintHints(site.origin, reader, signal),
      isAwaited,
      now: Date.now,
      signal,
    };
    const decisions = await judgeMoves(moves, judge);
    const ms = Date.now() - startedAt;
    const entries = decisions.map(({ issue, sprint, verdict }): GateLogEntry => {
      const { strict, reasons } = verdict;
      const said = {
        verdict: verdict.verdict,
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
    const t = translateWith(await readCatalog());
    const started = isAwaited ? await askedStart(moves, judge, sprintPorts[site.tracker](call)) : null;
    const refused = isAwaited ? (started ?? refusedIn(decisions)) : null;
    if (refused !== null)
      void openGate({ tab, origin: site.origin, tenant: site.id }, refused).catch((error: unknown) =>
        console.error("The gate's dialog could not be opened.", error),
      );
    return started === null
      ? refusalSentence(decisions, t)
      : t("gateStartAsked", String(started.asked.length));
  }

  onMessage("readGateConfig", ({ sender }) => configOf(tenantOf(sender)));
  onMessage("judgeMoves", async ({ data, sender }) => {
    const { moves } = gateQuestion.parse(data);
    const site = tenantOf(sender);
    // Nobody waits for a verdict that would say nothing; what it would have been is noted all the same.
    const isAwaited = await maySpeakUp(moves, { site, cache, now: Date.now });
    const judged = judge(moves, site, tabOf(sender), isAwaited);
    if (!isAwaited)
      judged.catch((error: unknown) => console.error("What the gate would say is not known.", error));
    return { refuse: isAwaited ? await judged : null, config: await configOf(site) };
  });
  onMessage("noteGatePassed", async ({ data, sender }) => {
    const { passed, moves } = gatePassed.parse(data);
    const site = tenantOf(sender).id;
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
