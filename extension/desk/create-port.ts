import { createDesk } from "../../shared/desk/create-desk";
import type { ReadLocal } from "../../shared/desk/facts-cache";
import { noLocalPolicies } from "../../shared/domain/policy-in-force";
import type { Outbox } from "../../shared/outbox/outbox";
import type { AlignmentPort } from "../../shared/ui/port";
import { createFactsService } from "../facts/facts-service";
import { openGateDesk } from "../gate/open-gate-desk";
import type { Database } from "../store/database";
import { createDraftStore } from "../store/drafts";
import { createFactsStores } from "../store/facts-stores";
import { createGateLog } from "../store/gate-log";
import { createLinearKeyStore } from "../store/linear-key";
import { writePorts } from "../trackers/write-ports";
import { readTicket } from "./read-ticket";
import type { Tenant } from "./tenant";
import { trackerCall } from "./tracker-call";

interface Surroundings {
  database: Database;
  /** Keeps writes; the worker sends them. */
  outbox: Outbox;
  /** Tells the worker that there is something to send. */
  flush: () => Promise<unknown>;
  open: (url: string) => void;
  /** The policies that this browser keeps. Default: none. */
  readLocal?: ReadLocal;
  now?: () => number;
  signal: AbortSignal;
}

/** The port of the extension's own pages, for one tenant. Reads go to the tracker, writes into the outbox. */
export function createPort(tenant: Tenant, around: Surroundings): AlignmentPort {
  const { database, outbox, flush, open, now = Date.now, signal } = around;
  const { readLocal = async () => noLocalPolicies } = around;
  const { cache, ...stores } = createFactsStores(database, readLocal);
  const facts = createFactsService({ cache, ...stores }, { now });
  const call = trackerCall(tenant, createLinearKeyStore(database), stores.pauses);
  const tracker = writePorts[tenant.tracker](call);
  const log = createGateLog(database);

  return createDesk(tenant, {
    ...{ cache, outbox, tracker, call, open, now, signal },
    // All is kept by then: that the worker hears of it late loses nothing.
    send: () =>
      void flush().catch((error: unknown) => console.error("The worker was not told of a write.", error)),
    gate: openGateDesk(tenant, { cache, log, call, port: tracker, readLocal, now, signal }),
    drafts: createDraftStore(database, tenant.id, now),
    readTicket: (key) =>
      readTicket(facts, cache, tenant, key, (it) => call(it, signal), { now, wait, signal }),
  });
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
