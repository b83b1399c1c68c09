import { browser } from "wxt/browser";
import type { Site } from "../../../shared/desk/site";
import { type FailureKind, failure } from "../../../shared/tracker/failure";
import { callLinear } from "../../facts/call-linear";
import { createFactsService } from "../../facts/facts-service";
import { onMessage } from "../../messaging/extension-protocol";
import { mustBeOwnPage } from "../../messaging/own-page";
import { Database } from "../../store/database";
import { createFactsStores } from "../../store/facts-stores";
import { createLinearKeyStore } from "../../store/linear-key";
import { exportLocalData, resetLocalData } from "../../store/local-data";
import { readLocalPolicies } from "../../store/local-policies";
import { createSweepTroubles } from "../../store/sweep-troubles";
import { createTodayStore } from "../../store/today";
import { openPanel } from "../../ui/open-panel";
import { answerGate } from "./answer-gate";
import { readLinearAccount, saveLinearKey } from "./linear-account";
import { learnedAnswer, linearKey, ticketKey, ticketsQuestion, troubles } from "./message-schemas";
import { openCapture, ticketInTab } from "./open-capture";
import { createSiteMemory } from "./remember-site";
import { sendOutbox } from "./send-outbox";
import { siteOf, tabOf, tenantOfPage } from "./senders";
import { serveDesks } from "./serve-desks";
import { sweepSites } from "./sweep-sites";
import { tellOtherPages } from "./tell-other-pages";
import { createToolbarMarks } from "./toolbar-marks";

const keptMs = 30 * 24 * 60 * 60_000;

const isOpen = (tab: number, { origin }: Site): Promise<boolean> =>
  browser.tabs.get(tab).then(
    ({ url, discarded }) => !discarded && url?.startsWith(`${origin}/`) === true,
    () => false,
  );

/** Answers every message of the protocol. Each is parsed, and counts only from the sender it is meant for. */
export function answerMessages(): void {
  const database = new Database();
  const stores = createFactsStores(database, readLocalPolicies);
  const facts = createFactsService(stores, { isOpen });
  const keys = createLinearKeyStore(database);
  const today = createTodayStore(database);
  const sites = createSiteMemory();
  const { add, flush, siteAnswers } = sendOutbox(database, stores, facts, keys);
  serveDesks(database, flush);
  const { id } = browser.runtime;
  const revive = (site: string) =>
    void siteAnswers(site).catch((error: unknown) => console.error("What waits could not be sent.", error));
  const ownRoot = browser.runtime.getURL("/");
  answerGate(database, stores, keys);
  const sweepTroubles = createSweepTroubles(database);
  const marks = createToolbarMarks(sweepTroubles);
  // Pages that were open before an update are not guarded any more.
  browser.runtime.onInstalled.addListener(() => marks.markAll());
  sweepSites(database, stores, keys, { addWrites: add, troubles: sweepTroubles, marks });

  onMessage("readFacts", ({ data, sender }) => {
    const question = ticketsQuestion.parse(data);
    const site = siteOf(sender, question.workspace, id);
    const answer = facts.readFacts(site, question);
    // Behind the answer, which waits for none of it.
    void answer
      .then(({ tickets }) => Promise.all([today.record(site.id, tickets), sites.remember(site.origin)]))
      .catch((error: unknown) => console.error("Today's tickets could not be counted.", error));
    return answer;
  });
  onMessage("planFetch", async ({ data, sender }) => {
    const question = ticketsQuestion.parse(data);
    const site: Site = siteOf(sender, question.workspace, id);
    const tab = tabOf(sender);
    if (site.api.caller === "page") return facts.planFetch(site, question, tab, null);
    const row = await keys.read();
    const refusal = (kind: FailureKind) => ({ requests: [], failure: failure(kind), busyMs: null });
    if (row === null) return refusal("no-key");
    if (row.workspace !== question.workspace) return refusal("other-workspace");
    const plan = await facts.planFetch(site, question, tab, (request) => callLinear(request, row.key));
    void tellOtherPages(site.origin, tab);
    if (plan.failure === null) revive(site.id);
    return plan;
  });
  onMessage("learnAnswer", async ({ data, sender }) => {
    const { workspace, ...learned } = learnedAnswer.parse(data);
    const site = siteOf(sender, workspace, id);
    if (site.api.caller !== "page")
      throw new Error("no page of a tracker that the background asks may send this");
    const outcome = await facts.learnAnswer(site, learned, tabOf(sender));
    void tellOtherPages(site.origin, tabOf(sender));
    if (outcome.failure === null) revive(site.id);
    return outcome;
  });
  onMessage("openOptions", ({ sender }) => {
    siteOf(sender, null, id);
    return browser.runtime.openOptionsPage();
  });
  onMessage("openStatement", ({ data, sender }) => {
    siteOf(sender, null, id);
    const ticket = ticketInTab(
      { id: sender.tab?.id, url: sender.tab?.url ?? sender.url },
      ticketKey.parse(data),
    );
    if (ticket === null) throw new Error("the tab has left the ticket's page");
    return openCapture(ticket);
  });
  onMessage("openPanel", ({ sender }) => {
    siteOf(sender, null, id);
    return openPanel(tabOf(sender));
  });
  onMessage("reportTroubles", ({ data, sender }) => {
    const tenant = tenantOfPage(sender, id);
    return marks.mark(tabOf(sender), tenant, troubles.parse(data));
  });
  onMessage("readLinearAccount", ({ sender }) => {
    mustBeOwnPage(sender, id, ownRoot);
    return readLinearAccount(keys);
  });
  onMessage("saveLinearKey", ({ data, sender }) => {
    mustBeOwnPage(sender, id, ownRoot);
    return saveLinearKey(linearKey.parse(data), keys);
  });
  onMessage("forgetLinearKey", ({ sender }) => {
    mustBeOwnPage(sender, id, ownRoot);
    return keys.forget();
  });
  onMessage("flushOutbox", ({ sender }) => {
    mustBeOwnPage(sender, id, ownRoot);
    return flush();
  });
  onMessage("readToday", ({ sender }) => {
    mustBeOwnPage(sender, id, ownRoot);
    return today.read();
  });
  onMessage("exportLocalData", ({ sender }) => {
    mustBeOwnPage(sender, id, ownRoot);
    return exportLocalData(database);
  });
  onMessage("resetLocalData", async ({ sender }) => {
    mustBeOwnPage(sender, id, ownRoot);
    await resetLocalData(database);
    today.forget();
    sites.forget();
  });
  browser.runtime.onStartup.addListener(async () => {
    await stores.cache.prune(Date.now() - keptMs);
    await today.prune();
  });
}
