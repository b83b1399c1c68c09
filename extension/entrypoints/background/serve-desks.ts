import { browser } from "wxt/browser";
import { answerDesk } from "../../desk/answer-desk";
import { createPort } from "../../desk/create-port";
import { tenantOf } from "../../desk/tenant";
import { tenantOfChannel } from "../../messaging/desk-protocol";
import { mustBeOwnPage } from "../../messaging/own-page";
import type { Database } from "../../store/database";
import { readLocalPolicies } from "../../store/local-policies";
import { createOutbox } from "../../store/outbox";

/** Answers own pages that are framed by a tracker's: there the browser may keep the extension's database from them. */
export function serveDesks(database: Database, flush: () => Promise<unknown>): void {
  // It keeps and watches writes; what sends them is `flush`.
  const outbox = createOutbox(database, { senderOf: () => undefined, lock: async () => false });
  const { id, getURL } = browser.runtime;
  browser.runtime.onConnect.addListener((channel) => {
    const tenant = tenantOf(tenantOfChannel(channel.name) ?? "");
    if (tenant === null) return;
    mustBeOwnPage(channel.sender ?? {}, id, getURL("/"));
    const lifetime = new AbortController();
    channel.onDisconnect.addListener(() => lifetime.abort());
    const open = (url: string) => void browser.tabs.create({ url });
    answerDesk(
      createPort(tenant, {
        ...{ database, outbox, flush, open },
        ...{ readLocal: readLocalPolicies, signal: lifetime.signal },
      }),
      channel,
      lifetime.signal,
    );
  });
}
