import type { FactsCache, ReadLocal } from "../desk/facts-cache";
import type { Site } from "../desk/site";
import type { GateLogEntry } from "../domain/gate-log-entry";
import { defaultPolicy, type Policy } from "../domain/policy";
import { policyInForce } from "../domain/policy-in-force";
import { err, none, ok, type Result } from "../domain/result";
import type { WriteFailure } from "../outbox/outbox-row";
import type { GateReader } from "../tracker/gate-reader";
import type { SiteHints } from "../tracker/sprint-entry";
import type { SprintPort } from "../tracker/sprint-port";
import { mostPerMove, type SweepPort } from "../tracker/sweep-port";
import type { WriteCall, WritePort } from "../tracker/write-port";
import type { EntryAsked, GatePort, JudgedEntry, SprintNow } from "../ui/gate/gate-port";
import type { PortFailure } from "../ui/port";
import { type GateDecision, judgeMoves } from "./judge-moves";
import { measureWaits } from "./measure-waits";

/** What the gate's answers are made of, and where what it learned is kept. */
export interface GateAround {
  cache: FactsCache;
  log: {
    add(entries: readonly GateLogEntry[]): Promise<void>;
    /** What was logged since a moment, in milliseconds since 1970, oldest first. */
    since(site: string, at: number): Promise<Result<GateLogEntry[], PortFailure>>;
  };
  call: WriteCall;
  port: WritePort;
  reader: GateReader;
  sprints: SprintPort;
  sweeps: SweepPort;
  hints: () => Promise<SiteHints>;
  /** Keeps how long signatures are waited for, in hours by scope. */
  keepMedians: (medians: ReadonlyMap<string, number | null>) => Promise<void>;
  /** Keeps the person's own policy; null: forgets it. */
  keepOwnPolicy: (own: Policy | null) => Promise<void>;
  readLocal: ReadLocal;
  now: () => number;
  signal: AbortSignal;
}

/** What pages ask about the gate: the same verdicts, by the same evidence, as the tracker's requests get. */
export function createGateDesk(site: Site, around: GateAround): GatePort {
  const { cache, log, call, port, reader, sprints, sweeps, readLocal, now, signal } = around;

  async function judge(asked: readonly EntryAsked[]): Promise<GateDecision[]> {
    const hints = await around.hints();
    const moves = asked.map((it) => ({ act: "enter" as const, ...it }));
    // In its sprint or not, each is judged: that is what is asked here.
    return judgeMoves(moves, {
      ...{ site, cache, reader, port, call, hints },
      ...{ isAwaited: false, now, signal },
    });
  }
  async function judgeEntries(asked: readonly EntryAsked[]): Promise<JudgedEntry[]> {
    const decisions = await judge(asked);
    return decisions.map(({ facts, verdict, policy }, at) => ({
      issue: asked[at]?.issue ?? "",
      sprint: asked[at]?.sprint ?? "",
      item: facts?.issue ?? null,
      verdict,
      policy: policy.kind === "value" ? policy.value : defaultPolicy,
    }));
  }

  return {
    judgeEntries: async (asked) => ok(await judgeEntries(asked)),
    async enterSprints(asked) {
      const startedAt = now();
      const judged = await judgeEntries(asked);
      const may = judged.filter(({ verdict }) => verdict.verdict !== "block");
      const entered: JudgedEntry[] = [];
      for (const sprint of new Set(may.map((it) => it.sprint))) {
        const together = may.filter((it) => it.sprint === sprint);
        for (let at = 0; at < together.length; at += mostPerMove) {
          const some = together.slice(at, at + mostPerMove);
          const moved = await sweeps.move(some.map(idOf), sprint, signal);
          if (!moved.ok) return err(failed(moved.error));
          const [words] = moved.value.values();
          // Said in the tracker's words; what did go in is seen by the next look.
          if (words !== undefined) return err({ kind: "rejected", message: words });
          entered.push(...some);
        }
      }
      await log.add(
        entered.map(({ item, issue, sprint, verdict }) => ({
          ...{ site: site.id, at: startedAt, ring: "before" as const, issue: item?.key ?? issue, sprint },
          ...{ verdict: verdict.verdict, strict: verdict.strict, reasons: [...verdict.reasons] },
          ...{ why: "fixed" as const, override: null, ms: now() - startedAt },
        })),
      );
      return ok(entered.map(({ issue, sprint }) => ({ issue, sprint })));
    },
    noteOverrides: (overrides) =>
      log.add(
        overrides.map(({ issue, sprint, how, reason }) => ({
          ...{ site: site.id, at: now(), ring: "before", issue, sprint, verdict: "passed", strict: null },
          ...{ reasons: [], why: "overridden", override: { how, reason }, ms: 0 },
        })),
      ),
    async readPolicy(scope) {
      const [read, local] = await Promise.all([port.readPolicy(scope, signal), readLocal(site.id, scope)]);
      if (!read.ok) return failedResult(read);
      const { base, reading, otherwise = none, changes } = read.value;
      const forAll = reading.kind === "none" ? otherwise : reading;
      // The gate goes by what was just read here, too.
      const learned = { items: [], malformed: [], policies: [{ scope, policy: forAll }] };
      await cache.learn(site.id, [], learned, now());
      const people = [...new Set(changes.flatMap(({ by }) => by))];
      // Without names the versions still say when and what.
      const names = people.length === 0 ? null : await port.readNames(people, signal);
      const { policy, from, isDropped } = policyInForce(forAll, local);
      const source = from === "project" && reading.kind === "none" ? "app" : from;
      return ok({
        ...{ project: reading, base, holds: policy, from: source, isDropped },
        isLocked: local.isLocked && local.company.kind !== "none",
        changes: changes
          .toReversed()
          .map((it) => ({ ...it, by: it.by.map((id) => (names?.ok && names.value[id]) || id) })),
      });
    },
    async makePolicyPlace() {
      const made = (await port.makePolicyPlace?.(signal)) ?? ok(undefined);
      return made.ok ? made : failedResult(made);
    },
    async findPeople(scope, words) {
      const found = await port.findPeople(scope, words, signal);
      return found.ok ? found : failedResult(found);
    },
    async findGroups(scope, words) {
      const found = await port.findGroups(scope, words, signal);
      return found.ok ? found : failedResult(found);
    },
    async readNames(people) {
      const names = await port.readNames(people, signal);
      return names.ok ? names : failedResult(names);
    },
    keepOwnPolicy: around.keepOwnPolicy,
    readGateLog: (since) => log.since(site.id, since),
    async measureWaits() {
      const measured = await measureWaits(site, around);
      return measured.ok ? measured : failedResult(measured);
    },
    async readSprints(scope) {
      const hints = await around.hints();
      const read = await sprints.readSprints(scope, hints, signal);
      if (!read.ok) return failedResult(read);
      const asked = read.value.sprints.flatMap(({ id, keys }) =>
        keys.map((issue) => ({ issue, sprint: id })),
      );
      const decisions = await judge(asked);
      const bySprint = new Map<string, SprintNow["entries"][number][]>();
      for (const { sprint, issue, facts } of decisions) {
        const entries = bySprint.get(sprint ?? "") ?? [];
        entries.push({ key: issue ?? "", facts });
        bySprint.set(sprint ?? "", entries);
      }
      return ok({
        sprints: read.value.sprints.map(({ id, name, isOpen, pages }) => ({
          ...{ id, name, isOpen, ...(pages && { pages }) },
          entries: bySprint.get(id) ?? [],
        })),
        isCut: read.value.isCut,
        readAt: new Date(now()).toISOString(),
      });
    },
  };
}

const idOf = ({ item, issue }: JudgedEntry): string => item?.id ?? issue;
const failed = ({ kind, message }: WriteFailure): PortFailure => ({ kind, message });
const failedResult = <T>(it: Result<T, WriteFailure> & { ok: false }): Result<never, PortFailure> =>
  err(failed(it.error));
