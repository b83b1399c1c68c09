import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import type { InstalledApp } from "./app-install";

/** What one invocation of a function may ask of the platform. */
export interface Invocation {
  app: Pick<InstalledApp, "id" | "environment">;
  functionKey: string;
  moduleKey: string;
  /** The person in whose name it runs; null: nobody's. */
  accountId: string | null;
  /** When it is ended, in milliseconds of the platform's clock. */
  deadline: number;
  isEnded: boolean;
  /** How many of its requests are on their way, since when any is, and how long some were until then; real milliseconds. */
  waiting: { count: number; since: number; ms: number };
  fetch(target: Target, path: string, init: RequestInit): Promise<Response>;
}

/** Where the packages send a request. */
export interface Target {
  type: string;
  provider?: string;
  remote?: string;
  accountId?: string;
}

const running = new AsyncLocalStorage<Invocation>();
const unit = { incr() {}, incrBy() {}, decr() {}, decrBy() {} };

/** The two globals by which the real packages reach the platform; each invocation sees its own. */
function installGlobals(now: () => number): void {
  Object.defineProperty(globalThis, "__forge_runtime__", {
    configurable: true,
    get() {
      const it = running.getStore();
      return it && runtimeOf(it, now);
    },
  });
  Object.defineProperty(globalThis, "__forge_fetch__", {
    configurable: true,
    value: (target: Target, path: string, init: RequestInit) => {
      const it = running.getStore();
      if (it === undefined) throw new Error(`${path} is asked for outside an invocation.`);
      // Nothing of an invocation that was ended goes on.
      return it.isEnded ? new Promise<Response>(() => {}) : waited(it, it.fetch(target, path, init));
    },
  });
}

/** Keeps account of the time in which an invocation waits for anything, so that the rest is its own. */
async function waited({ waiting }: Invocation, response: Promise<Response>): Promise<Response> {
  if (waiting.count === 0) waiting.since = performance.now();
  waiting.count += 1;
  try {
    return await response;
  } finally {
    waiting.count -= 1;
    if (waiting.count === 0) waiting.ms += performance.now() - waiting.since;
  }
}

/** What a new invocation has waited. */
export const nothingWaited = (): Invocation["waiting"] => ({ count: 0, since: 0, ms: 0 });

const runtimeOf = (it: Invocation, now: () => number) => ({
  appContext: {
    ...{ appId: it.app.id, environmentId: it.app.environment },
    ...{ appVersion: "1.0.0", environmentType: "DEVELOPMENT" },
    ...{ invocationId: randomUUID(), installationId: "sandbox", license: undefined },
    ...{ moduleKey: it.moduleKey, functionKey: it.functionKey, permissions: { scopes: [], external: {} } },
  },
  contextAri: "ari:cloud:jira::site/sandbox",
  proxy: { token: "sandbox", url: "https://sandbox.invalid" },
  aaid: it.accountId ?? undefined,
  lambdaContext: {
    awsRequestId: randomUUID(),
    getRemainingTimeInMillis: () => Math.max(0, it.deadline - now()),
  },
  tracing: { traceId: "0", spanId: "0" },
  metrics: {
    counter: () => unit,
    gauge: () => ({ set() {}, add() {} }),
    timing: () => ({ measure: () => ({ stop() {} }) }),
  },
  externalAuth: [],
});

/** Runs a function as an invocation. */
export function runInvocation<T>(it: Invocation, now: () => number, run: () => Promise<T>): Promise<T> {
  installGlobals(now);
  return running.run(it, run);
}
