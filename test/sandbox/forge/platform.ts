import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Handler } from "../handler";
import type { JiraUser } from "../jira/records";
import type { JiraSite } from "../jira/site";
import { type InstalledApp, installedApp, localIdOf } from "./app-install";
import { passesFilter, productEvent } from "./events";
import { type Invocation, nothingWaited, runInvocation, type Target } from "./invocations";
import { JiraProxy } from "./jira-proxy";
import { KeyValueStore } from "./key-value-store";
import type { Manifest } from "./manifest";
import { pageModules } from "./page-modules";

/** What the platform allows (reference 2026-11). */
export const platformLimits = {
  timeoutS: 25,
  consumerTimeoutS: 55,
  retries: 4,
  longestRetryS: 900,
  eventsPerPush: 50,
  pushBytes: 200 * 1024,
  eventsPerMinute: 500,
  eventBytes: 200_000,
  callBytes: 500 * 1024,
  answerBytes: 5 * 1024 * 1024,
};

/** A clock that only tests move; milliseconds since 1970. The app's own `Date` must follow it. */
export interface Clock {
  now(): number;
  moveTo(ms: number): void;
}

/** What becomes of an invocation at one of its requests. `after`: the request is done, and nobody hears of it. */
export type Fate = "goes-on" | "ended-before" | "ended-after";

export interface PlatformOptions {
  site: JiraSite;
  jira: Handler;
  manifest: Manifest;
  /** Loads the app's code anew: a cold start. */
  load: () => Promise<Record<string, unknown>>;
  clock: Clock;
  /** How long one request takes, in milliseconds of the clock. */
  latencyMs?: number;
  /** How many milliseconds after the change each copy of an event arrives; one copy after a second where it is left out. */
  delivery?: () => readonly number[];
  fate?: () => Fate;
  /** Whether what is due runs at the same time. */
  isParallel?: boolean;
}

interface Due {
  at: number;
  functionKey: string;
  moduleKey: string;
  timeoutS: number;
  argument: Record<string, unknown>;
  retries: number;
}

class Ended extends Error {}

/** One run of a function, with what it cost. */
export interface Invoked {
  functionKey: string;
  outcome: "done" | "retry" | "ended" | "threw";
  /** Calls to Jira, and to the platform's storage and queues. */
  jiraCalls: number;
  otherCalls: number;
  /** Real milliseconds in which it did not wait for an answer. */
  ownMs: number;
  /** It was the first of a new instance; loading that is not in `ownMs`. */
  isCold: boolean;
}

/** A call of a page that the platform itself refuses. */
export class CallRefused extends Error {}

const pushed = z.strictObject({
  queueName: z.string(),
  jobId: z.string(),
  type: z.string(),
  schema: z.string(),
  time: z.string(),
  payload: z.array(
    z.strictObject({
      body: z.record(z.string(), z.unknown()),
      delayInSeconds: z.number().min(0).max(900).optional(),
    }),
  ),
});
const reportedAccounts = z.strictObject({
  accounts: z.array(z.strictObject({ accountId: z.string(), updatedAt: z.iso.datetime() })).max(90),
});
const retryWish = z.object({
  _retry: z.literal(true),
  retryOptions: z.object({ retryAfter: z.number().optional(), retryReason: z.string().optional() }),
});

/**
 * Forge as one installed app meets it, on a site of the sandbox: the real packages' requests are answered, events of the site are
 * delivered, queues and the hourly trigger run by the test's clock. What is not modelled fails loudly, in `failures` or with 501.
 */
export class ForgePlatform {
  /** The app's own account, as Jira shows it. */
  readonly app: JiraUser = {
    ...{ personId: "plumbline-app", accountId: "712020:plumbline-app", displayName: "Plumbline" },
    ...{ emailAddress: "plumbline@app.invalid", role: "admin", accountType: "app" },
  };
  /** How Jira's pages know it. */
  readonly installed: InstalledApp;
  readonly store: KeyValueStore;
  readonly proxy: JiraProxy;
  /** What functions threw, and what was dropped after its last try. */
  readonly failures: string[] = [];
  readonly invoked: Invoked[] = [];
  /** Accounts that are closed, by id, and what the app told of accounts that it keeps. */
  readonly closedAccounts = new Set<string>();
  readonly reportedAccounts: string[] = [];
  private readonly costs = new WeakMap<Invocation, { jiraCalls: number; otherCalls: number }>();
  private readonly due: Due[] = [];
  private readonly pushes: { at: number; events: number }[] = [];
  private instance: Promise<Record<string, unknown>> | null = null;
  private nextHour: number;

  constructor(private readonly options: PlatformOptions) {
    const { site, jira, manifest, clock } = options;
    site.users.push(this.app);
    this.installed = installedApp(manifest);
    this.store = new KeyValueStore(() => clock.now());
    this.proxy = new JiraProxy(jira, site.baseUrl, new Set(manifest.permissions.scopes));
    this.nextHour = clock.now() + 3_600_000;
    for (const { propertyKey, values } of manifest.modules["jira:entityProperty"])
      site.appIndexes.push(...values.map((it) => ({ propertyKey, ...it })));
    for (const { key } of manifest.modules["jira:projectPermission"])
      site.appPermissions.set(this.permissionKey(key), new Set());
  }

  /** How Jira names a permission that the app defines (docs 2026-01). */
  permissionKey(key: string): string {
    return localIdOf(this.installed, key);
  }

  /**
   * Calls a function of the app's resolver as a page does, in the name of a person; null: nobody is signed in. `extension` is what the
   * page's module says of where it is. Gives what the page gets: JSON, and no more of it than the platform lets through.
   */
  async invoke(
    callKey: string,
    payload: unknown,
    {
      by,
      extension = {},
      moduleKey = "issue-panel",
    }: { by: JiraUser | null; extension?: Record<string, unknown>; moduleKey?: string },
  ): Promise<unknown> {
    const { site, manifest } = this.options;
    const module = pageModules.flatMap((kind) => manifest.modules[kind]).find(({ key }) => key === moduleKey);
    if (module === undefined) throw new CallRefused(`Nobody answers the page ${moduleKey}.`);
    if (Buffer.byteLength(JSON.stringify(payload) ?? "") > platformLimits.callBytes)
      throw new CallRefused("The payload of a call is larger than 500 KB.");
    const asked = {
      call: { functionKey: callKey, payload },
      context: { moduleKey, cloudId: site.cloudId, extension },
    };
    const principal = by === null ? undefined : { accountId: by.accountId };
    const platform = { principal, installContext: `ari:cloud:jira::site/${site.cloudId}` };
    const accountId = by?.accountId ?? null;
    const answering = module.resolver.function;
    const ran = await this.run(answering, moduleKey, [asked, platform], platformLimits.timeoutS, accountId);
    if (ran.kind !== "done") throw new CallRefused("The function failed.");
    const json = JSON.stringify(ran.value);
    if (Buffer.byteLength(json ?? "") > platformLimits.answerBytes)
      throw new CallRefused("The answer of a call is larger than 5 MB.");
    return json === undefined ? undefined : JSON.parse(json);
  }

  /** From now on the site's changes reach the app, until the signal aborts. */
  listen(signal: AbortSignal): void {
    const { site, manifest, clock, delivery = () => [1_000] } = this.options;
    site.onChange((change) => {
      const event = productEvent(change, this.app);
      if (event === null) return;
      if (JSON.stringify(event).length > platformLimits.eventBytes) return;
      for (const { key, function: functionKey, events, filter } of manifest.modules.trigger) {
        if (!events.includes(String(event.eventType)) || !passesFilter(event, filter)) continue;
        for (const delay of delivery())
          this.due.push({
            ...{ at: clock.now() + delay, functionKey, moduleKey: key, retries: 0 },
            ...{ timeoutS: platformLimits.timeoutS, argument: structuredClone(event) },
          });
      }
    }, signal);
  }

  /** Puts the app's workflow validators on every transition of the site; one that fails refuses, as in Jira. */
  validateTransitions(): void {
    const { site, manifest } = this.options;
    for (const { key, function: functionKey } of manifest.modules["jira:workflowValidator"])
      site.validators.push(async (issue, { from, to }, by) => {
        const transition = { from: { id: from }, to: { id: to }, modifiedFields: {} };
        const argument = { issue: { key: issue.key }, configuration: {}, transition };
        const ran = await this.run(functionKey, key, [argument], platformLimits.timeoutS, by.accountId);
        const said = z
          .object({ result: z.boolean(), errorMessage: z.string().optional() })
          .safeParse(ran.kind === "done" ? ran.value : null);
        if (!said.success) return "The workflow validator of an app failed.";
        return said.data.result ? null : (said.data.errorMessage ?? "Refused by an app.");
      });
  }

  /** What a page of the app asks of Jira as the person who looks at it: with the app's scopes and the person's rights. */
  async fetchProduct(path: string, init: RequestInit, by: JiraUser): Promise<Response> {
    const answer = await this.proxy.answer(by, path, init);
    if (answer.status === 501) this.failures.push(`Not modelled: ${init.method} ${path}`);
    return answer;
  }

  /** The next function runs in a new instance of the app. */
  goCold(): void {
    this.instance = null;
  }

  /** Runs all that is due until the clock has moved so far, the hourly trigger too. */
  async pass(ms: number): Promise<void> {
    const { clock } = this.options;
    const end = clock.now() + ms;
    for (;;) {
      const next = Math.min(...this.due.map(({ at }) => at), this.nextHour);
      if (next > end) break;
      clock.moveTo(Math.max(clock.now(), next));
      if (next === this.nextHour) await this.runHourly();
      else await this.runDue();
    }
    clock.moveTo(Math.max(clock.now(), end));
  }

  /** Runs until nothing is due any more but the hourly trigger; gives the milliseconds that passed. */
  async settle(): Promise<number> {
    const { clock } = this.options;
    const start = clock.now();
    while (this.due.length > 0) {
      clock.moveTo(Math.max(clock.now(), Math.min(...this.due.map(({ at }) => at))));
      await this.runDue();
    }
    return clock.now() - start;
  }

  async runHourly(): Promise<void> {
    const { manifest, clock } = this.options;
    this.nextHour = Math.max(this.nextHour, clock.now()) + 3_600_000;
    for (const { key, function: functionKey } of manifest.modules.scheduledTrigger) {
      const argument = { context: { cloudId: this.options.site.cloudId, moduleKey: key } };
      const timeoutS = this.timeoutOf(functionKey, platformLimits.consumerTimeoutS);
      await this.run(functionKey, key, [argument], timeoutS, null);
    }
  }

  private async runDue(): Promise<void> {
    const { clock, isParallel = false } = this.options;
    this.due.sort((a, b) => a.at - b.at);
    const count = isParallel ? this.due.filter(({ at }) => at <= clock.now()).length : 1;
    await Promise.all(this.due.splice(0, count).map((it) => this.deliver(it)));
  }

  private async deliver(it: Due): Promise<void> {
    const { clock, site } = this.options;
    const context = { installContext: `ari:cloud:jira::site/${site.cloudId}`, moduleKey: it.moduleKey };
    const ran = await this.run(it.functionKey, it.moduleKey, [it.argument, context], it.timeoutS, null);
    const wish = ran.kind === "done" ? retryWish.safeParse(ran.value).data?.retryOptions : undefined;
    if (ran.kind === "threw" || (ran.kind === "done" && wish === undefined)) return;
    if (it.retries >= platformLimits.retries) {
      this.failures.push(`${it.functionKey} was given up after its last try.`);
      return;
    }
    const afterS = Math.min(platformLimits.longestRetryS, wish?.retryAfter ?? 5);
    const retryReason = wish?.retryReason ?? "FUNCTION_TIME_OUT";
    this.due.push({
      ...it,
      at: clock.now() + afterS * 1_000,
      retries: it.retries + 1,
      argument: { ...it.argument, retryContext: { retryCount: it.retries + 1, retryReason } },
    });
  }

  private async run(
    functionKey: string,
    moduleKey: string,
    args: readonly unknown[],
    timeoutS: number,
    accountId: string | null,
  ): Promise<{ kind: "done"; value: unknown } | { kind: "ended" | "threw" }> {
    const { clock, manifest } = this.options;
    const handler = manifest.modules.function.find(({ key }) => key === functionKey)?.handler.split(".")[1];
    const isCold = this.instance === null;
    this.instance ??= this.options.load();
    const app = await this.instance;
    const run = app[handler ?? ""];
    if (typeof run !== "function") throw new Error(`The app has no function ${functionKey}.`);
    let end: (reason: Ended) => void = () => {};
    const ended = new Promise<never>((_, reject) => {
      end = reject;
    });
    const invocation: Invocation = {
      ...{ functionKey, moduleKey, accountId, deadline: clock.now() + timeoutS * 1_000, isEnded: false },
      ...{ app: this.installed, waiting: nothingWaited() },
      fetch: (target, path, init) => this.fetch(invocation, target, path, init, end),
    };
    const cost = { jiraCalls: 0, otherCalls: 0 };
    this.costs.set(invocation, cost);
    const start = performance.now();
    const note = (outcome: Invoked["outcome"]) => {
      const ownMs = performance.now() - start - invocation.waiting.ms;
      this.invoked.push({ functionKey, outcome, ...cost, ownMs, isCold });
    };
    try {
      const value = await Promise.race([
        runInvocation(
          invocation,
          () => clock.now(),
          async () => run(...structuredClone(args)),
        ),
        ended,
      ]);
      note(retryWish.safeParse(value).success ? "retry" : "done");
      return { kind: "done", value };
    } catch (error) {
      const isEnded = error instanceof Ended;
      note(isEnded ? "ended" : "threw");
      // What was ended lost its instance.
      if (isEnded) this.goCold();
      else this.failures.push(`${functionKey} threw ${error instanceof Error ? error.stack : error}`);
      return { kind: isEnded ? "ended" : "threw" };
    }
  }

  private async fetch(
    it: Invocation,
    target: Target,
    path: string,
    init: RequestInit,
    end: (reason: Ended) => void,
  ): Promise<Response> {
    const { clock, latencyMs = 0, fate = () => "goes-on" } = this.options;
    const endNow = (why: string) => {
      it.isEnded = true;
      end(new Ended(why));
      return new Promise<Response>(() => {});
    };
    await new Promise((resolve) => setImmediate(resolve));
    clock.moveTo(clock.now() + latencyMs);
    if (clock.now() > it.deadline) return endNow("time is over");
    const chosen = fate();
    if (chosen === "ended-before") return endNow("ended before a request");
    const response = await this.answer(it, target, path, init).catch((error) => {
      // An app takes anything thrown for a failure of the network, and so would hide what is wrong here.
      if (!/fetch failed/.test(String(error))) this.failures.push(`The platform failed: ${error}`);
      throw error;
    });
    return chosen === "ended-after" ? endNow("ended after a request") : response;
  }

  private async answer(it: Invocation, target: Target, path: string, init: RequestInit): Promise<Response> {
    const { type, provider, remote } = target;
    const { site, manifest } = this.options;
    const cost = this.costs.get(it);
    if (cost !== undefined) cost[remote === "jira" ? "jiraCalls" : "otherCalls"] += 1;
    if (type === "kvs" && remote === "kvs") {
      if (!manifest.permissions.scopes.includes("storage:app"))
        return Response.json({ code: "FORBIDDEN", message: "storage:app is missing." }, { status: 403 });
      return this.store.answer(path, JSON.parse(String(init.body)));
    }
    if (type === "fpp" && remote === "stargate" && path.startsWith("/webhook/queue/publish/"))
      return this.publish(JSON.parse(String(init.body)));
    if (type === "fpp" && remote === "stargate" && path === "/app/report-accounts")
      return this.reportAccounts(JSON.parse(String(init.body)));
    if (type === "fpp" && remote === "jira" && provider === "app")
      return this.proxy.answer(this.app, path, init);
    if (type === "fpp" && remote === "jira" && provider === "user") {
      const person = site.users.find(({ accountId }) => accountId === (target.accountId ?? it.accountId));
      if (person !== undefined) return this.proxy.answer(person, path, init);
      const headers = { "forge-proxy-error": "NEEDS_AUTHENTICATION_ERR" };
      return new Response(null, { status: 401, headers });
    }
    this.failures.push(`Not modelled: ${JSON.stringify(target)} ${path}`);
    return new Response("Not modelled", { status: 501 });
  }

  private reportAccounts(json: unknown): Response {
    const { accounts } = reportedAccounts.parse(json);
    this.reportedAccounts.push(...accounts.map(({ accountId }) => accountId));
    const closed = accounts.filter(({ accountId }) => this.closedAccounts.has(accountId));
    if (closed.length === 0) return new Response(null, { status: 204 });
    return Response.json({ accounts: closed.map(({ accountId }) => ({ accountId, status: "closed" })) });
  }

  private publish(json: unknown): Response {
    const { clock, manifest } = this.options;
    const body = pushed.parse(json);
    const consumer = manifest.modules.consumer.find(({ queue }) => queue === body.queueName);
    if (consumer === undefined) return Response.json({ message: "There is no such queue." }, { status: 404 });
    if (Buffer.byteLength(JSON.stringify(body.payload)) > platformLimits.pushBytes)
      return Response.json({ errorMessage: "Too big." }, { status: 413 });
    const recent = this.pushes.filter(({ at }) => at > clock.now() - 60_000);
    const inMinute = recent.reduce((all, { events }) => all + events, 0);
    const isOver =
      body.payload.length > platformLimits.eventsPerPush ||
      inMinute + body.payload.length > platformLimits.eventsPerMinute;
    if (isOver) return Response.json({ message: "Too many events." }, { status: 429 });
    this.pushes.push({ at: clock.now(), events: body.payload.length });
    const timeoutS = this.timeoutOf(consumer.function, platformLimits.consumerTimeoutS);
    for (const { body: event, delayInSeconds = 0 } of body.payload)
      this.due.push({
        at: clock.now() + delayInSeconds * 1_000,
        ...{ functionKey: consumer.function, moduleKey: consumer.key, timeoutS, retries: 0 },
        argument: { body: event, queueName: body.queueName, jobId: body.jobId, eventId: randomUUID() },
      });
    return Response.json({}, { status: 201 });
  }

  private timeoutOf(functionKey: string, otherwise: number): number {
    const found = this.options.manifest.modules.function.find(({ key }) => key === functionKey);
    return found?.timeoutSeconds ?? otherwise;
  }
}
