import type { FactsCache, ReadLocal } from "../../shared/desk/facts-cache";
import { ok } from "../../shared/domain/result";
import { createGateDesk } from "../../shared/gate/gate-desk";
import type { WriteCall, WritePort } from "../../shared/tracker/write-port";
import type { GatePort } from "../../shared/ui/gate/gate-port";
import type { Tenant } from "../desk/tenant";
import type { GateLog } from "../store/gate-log";
import { keepMedianWaits, keepOwnPolicy } from "../store/local-policies";
import { gateReaders } from "../trackers/gate-readers";
import { sprintPorts } from "../trackers/sprint-ports";
import { sweepPorts } from "../trackers/sweep-ports";
import { sprintHints } from "./sprint-hints";

interface Surroundings {
  cache: FactsCache;
  log: GateLog;
  call: WriteCall;
  port: WritePort;
  readLocal: ReadLocal;
  now: () => number;
  signal: AbortSignal;
}

/** The gate's desk of one tenant, over what this browser keeps. */
export function openGateDesk(site: Tenant, around: Surroundings): GatePort {
  const { call, log, now, signal } = around;
  const reader = gateReaders[site.tracker](call, site.origin);
  return createGateDesk(site, {
    ...around,
    log: { add: log.add, since: async (site, at) => ok(await log.since(site, at)) },
    reader,
    sprints: sprintPorts[site.tracker](call),
    sweeps: sweepPorts[site.tracker](call),
    hints: () => sprintHints(site.origin, reader, signal),
    keepMedians: (medians) => keepMedianWaits(site.id, medians, now()),
    keepOwnPolicy,
  });
}
