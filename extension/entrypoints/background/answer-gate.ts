import { browser } from "wxt/browser";
import type { Tenant } from "../../desk/tenant";
import { trackerCall } from "../../desk/tracker-call";
import { judgeMoves } from "../../gate/judge-moves";
import { mayKeepOut } from "../../gate/may-keep-out";
import { refusalSentence } from "../../gate/refusal-sentence";
import { translateWith } from "../../language/translate-with";
import { type GateConfig, onMessage } from "../../messaging/extension-protocol";
import { readCatalog } from "../../store/catalog";
import type { Database } from "../../store/database";
import type { FactsStores } from "../../store/facts-stores";
import { keepSprintField, readSprintField } from "../../store/gate-hints";
import { createGateLog, type GateLogEntry } from "../../store/gate-log";
import type { LinearKeyStore } from "../../store/linear-key";
import { gateReaders } from "../../trackers/gate-readers";
import { trackerOfOrigin } from "../../trackers/hosts";
import { pages } from "../../trackers/pages";
import type { SprintMove } from "../../trackers/sprint-entry";
import { writePorts } from "../../trackers/write-ports";
import { gatePassed, gateQuestion } from "./message-schemas";
import { siteOf } from "./senders";

/** Less than the page waits, so that the answer arrives. */
const callsMs = 4_500;
const keptMs = 90 * 24 * 60 * 60_000;

type Sender = Parameters<typeof siteOf>[0];

/** Answers the gate of every page: what its requests may do, and what it has to know beforehand. */
export function answerGate(database: Database, { cache }: FactsStores, keys: LinearKeyStore): void {
  const log = createGateLog(database);
  const { id } = browser.runtime;

  /** The tenant whose page asks, by the address that the browser says it has. */
  function tenantOf(sender: Sender): Tenant {
    const { origin } = siteOf(sender, null, id);
    const tracker = trackerOfOrigin(origin);
    if (tracker === null) throw new Error("no tracker's page may send this");
    const workspace = pages[tracker].workspaceOf(new URL(sender.url ?? ""));
    return { ...siteOf(sender, workspace, id), tracker, workspace };
  }

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
  async function judge(moves: SprintMove[], site: Tenant, isAwaited: boolean): Promise<string | null> {
    const startedAt = Date.now();
    const signal = AbortSignal.timeout(callsMs);
    const call = trackerCall(site, keys);
    const reader = gateReaders[site.tracker](call, site.origin);
    let sprintField = await readSprintField(site.origin);
    if (sprintField === undefined && site.tracker === "jira") {
      const read = await reader.readSprintField(signal);
      if (read.ok) await keepSprintField(site.origin, read.value);
      sprintField = read.ok ? read.value : null;
    }
    const decisions = await judgeMoves(moves, {
      site,
      cache,
      reader,
      port: writePorts[site.tracker](call),
      call,
      hints: { sprintField: sprintField ?? null },
      isAwaited,
      now: Date.now,
      signal,
    });
    const ms = Date.now() - startedAt;
    const entries = decisions.map(({ issue, sprint, verdict }): GateLogEntry => {
      const { strict, reasons } = verdict;
      const said = {
        verdict: verdict.verdict,
        strict,
        reasons: [...reasons],
        why: isAwaited ? null : ("unawaited" as const),
      };
      return { site: site.id, at: startedAt, ring: "before", issue, sprint, ...said, ms };
    });
    // Behind the answer, which waits for none of it.
    void log.add(entries).catch((error: unknown) => console.error("The gate's log was not kept.", error));
    return refusalSentence(decisions, translateWith(await readCatalog()));
  }

  onMessage("readGateConfig", ({ sender }) => configOf(tenantOf(sender)));
  onMessage("judgeMoves", async ({ data, sender }) => {
    const { moves } = gateQuestion.parse(data);
    const site = tenantOf(sender);
    // Nobody waits for a verdict that can keep nothing out; what it would have been is noted all the same.
    const isAwaited = await mayKeepOut(moves, { site, cache, now: Date.now });
    const judged = judge(moves, site, isAwaited);
    if (!isAwaited)
      judged.catch((error: unknown) => console.error("What the gate would say is not known.", error));
    return { refuse: isAwaited ? await judged : null, config: await configOf(site) };
  });
  onMessage("noteGatePassed", async ({ data, sender }) => {
    const { passed, moves } = gatePassed.parse(data);
    const site = tenantOf(sender).id;
    const nothing = { verdict: "passed" as const, strict: null, reasons: [], why: passed, ms: 0 };
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
