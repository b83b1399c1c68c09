import { browser } from "wxt/browser";
import { onMessage } from "../../messaging/extension-protocol";
import { mustBeOwnPage } from "../../messaging/own-page";
import { Database } from "../../store/database";
import { createFactsCache } from "../../store/facts-cache";
import { createLinearKeyStore } from "../../store/linear-key";
import { failure } from "../../trackers/failure";
import { callLinear } from "./call-linear";
import { createFactsService, type Site } from "./facts-service";
import { readLinearAccount, saveLinearKey } from "./linear-account";
import { markToolbar } from "./mark-toolbar";
import { learnedAnswer, linearKey, ticketsQuestion, troubles } from "./message-schemas";
import { siteOf, tabOf } from "./senders";

const keptMs = 30 * 24 * 60 * 60_000;

/** Answers every message of the protocol. Each is parsed, and counts only from the sender it is meant for. */
export function answerMessages(): void {
  const database = new Database();
  const cache = createFactsCache(database);
  const facts = createFactsService(cache);
  const keys = createLinearKeyStore(database);
  const { id } = browser.runtime;
  const ownRoot = browser.runtime.getURL("/");

  onMessage("readFacts", ({ data, sender }) => {
    const question = ticketsQuestion.parse(data);
    return facts.readFacts(siteOf(sender, question.workspace, id), question);
  });
  onMessage("planFetch", async ({ data, sender }) => {
    const question = ticketsQuestion.parse(data);
    const site: Site = siteOf(sender, question.workspace, id);
    if (site.api.caller === "page") return facts.planFetch(site, question, null);
    const row = await keys.read();
    if (row === null) return { requests: [], failure: failure("no-key") };
    if (row.workspace !== question.workspace) return { requests: [], failure: failure("other-workspace") };
    return facts.planFetch(site, question, (request) => callLinear(request, row.key));
  });
  onMessage("learnAnswer", ({ data, sender }) => {
    const { workspace, ...learned } = learnedAnswer.parse(data);
    const site = siteOf(sender, workspace, id);
    if (site.api.caller !== "page")
      throw new Error("no page of a tracker that the background asks may send this");
    return facts.learnAnswer(site, learned);
  });
  onMessage("openOptions", ({ sender }) => {
    siteOf(sender, null, id);
    return browser.runtime.openOptionsPage();
  });
  onMessage("reportTroubles", ({ data, sender }) => {
    siteOf(sender, null, id);
    return markToolbar(tabOf(sender), troubles.parse(data));
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
  browser.runtime.onStartup.addListener(() => cache.prune(Date.now() - keptMs));
}
