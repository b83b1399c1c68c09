import { browser } from "wxt/browser";
import type { Tenant } from "../../desk/tenant";
import { trackerCall } from "../../desk/tracker-call";
import { judgeMoves } from "../../gate/judge-moves";
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

  onMessage("readGateConfig", ({ sender }) => configOf(tenantOf(sender)));
  onMessage("judgeMoves", async ({ data, sender }) => {
    const { moves } = gateQuestion.parse(data);
    const site = tenantOf(sender);
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
      now: Date.now,
      signal,
    });
    const ms = Date.now() - startedAt;
    const entries = decisions.map(({ issue, sprint, verdict }): GateLogEntry => {
      const { strict, reasons } = verdict;
      const said = { verdict: verdict.verdict, strict, reasons: [...reasons], why: null };
      return { site: site.id, at: startedAt, ring: "before", issue, sprint, ...said, ms };
    });
    // Behind the answer, which waits for none of it.
    void log.add(entries).catch((error: unknown) => console.error("The gate's log was not kept.", error));
    return {
      refuse: refusalSentence(decisions, translateWith(await readCatalog())),
      config: await configOf(site),
    };
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
