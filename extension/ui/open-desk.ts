import { browser } from "wxt/browser";
import type { AlignmentPort } from "../../shared/ui/port";
import { createPort } from "../desk/create-port";
import type { Tenant } from "../desk/tenant";
import { sendMessage } from "../messaging/extension-protocol";
import { Database } from "../store/database";
import { readLocalPolicies } from "../store/local-policies";
import { createOutbox } from "../store/outbox";

/** The port of one of the extension's own pages; the worker sends what it writes. */
export function openDesk(tenant: Tenant, signal: AbortSignal): AlignmentPort {
  const database = new Database();
  // The page keeps and watches writes and never sends them, so it needs no sender and no lock.
  const outbox = createOutbox(database, { senderOf: () => undefined, lock: async () => false });
  return createPort(tenant, {
    database,
    outbox,
    flush: () => sendMessage("flushOutbox", undefined),
    open: (url) => void browser.tabs.create({ url }),
    readLocal: readLocalPolicies,
    signal,
  });
}
