import { z } from "zod";
import { ok, type Result } from "../../../shared/domain/result";
import type { WriteFailure } from "../../../shared/outbox/outbox-row";
import type { Mover, OpenSprint, SweepPortFor } from "../../../shared/tracker/sweep-port";
import { askLinear, type Operation } from "./ask-linear";
import { nodes } from "./wire";

const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() });
const id = z.object({ id: z.string().min(1) });

/** A page of 250 comes to about 600 of the 10,000 points that Linear allows. */
const openCycles = {
  query: `query PlumblineOpenCycles($after: String) {
    cycles(first: 50, filter: { isPast: { eq: false } }) { nodes { id name number team { key } } }
    issues(first: 250, after: $after, filter: { cycle: { isPast: { eq: false } } }) {
      nodes { id cycle { id } }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  data: z.object({
    cycles: nodes(
      id.extend({ name: z.string().nullish(), number: z.number(), team: z.object({ key: z.string() }) }),
    ),
    issues: z.object({ nodes: z.array(id.extend({ cycle: id.nullish() })), pageInfo }),
  }),
} satisfies Operation<unknown>;

type OpenCycles = z.infer<typeof openCycles.data>;

const change = z.object({
  createdAt: z.iso.datetime(),
  actorId: z.string().nullish(),
  toCycleId: z.string().nullish(),
  toStateId: z.string().nullish(),
  toTeamId: z.string().nullish(),
  toParentId: z.string().nullish(),
});
type Change = z.infer<typeof change>;
/** Twenty-five issues with their last changes: about 1,200 points. */
const cycleHistories = {
  query: `query PlumblineCycleHistories($ids: [ID!]) {
    issues(first: 25, filter: { id: { in: $ids } }) {
      nodes {
        id createdAt creator { id } cycle { id }
        history(first: 30) { nodes { createdAt actorId toCycleId toStateId toTeamId toParentId } }
      }
    }
  }`,
  data: z.object({
    issues: nodes(
      id.extend({
        createdAt: z.iso.datetime(),
        creator: id.nullish(),
        cycle: id.nullish(),
        history: nodes(change),
      }),
    ),
  }),
} satisfies Operation<unknown>;
const issuesPerHistories = 25;

const toCycle = {
  query: `mutation PlumblineToCycle($ids: [UUID!]!, $cycle: String) {
    issueBatchUpdate(ids: $ids, input: { cycleId: $cycle }) { success }
  }`,
  data: z.object({ issueBatchUpdate: z.object({ success: z.literal(true) }) }),
} satisfies Operation<unknown>;

/** Linear takes at most this long from a change of state to the cycle that its automation then chooses (inferred). */
const automationMs = 10_000;

/** Cycles of all teams at once, by Linear's public API: there is one scope. */
export const linearSweepPort: SweepPortFor = (call) => ({
  async readOpenSprints(_scope, signal) {
    const open = new Map<string, OpenSprint>();
    let after: string | null = null;
    do {
      const read: Result<OpenCycles, WriteFailure> = await askLinear(call, openCycles, { after }, signal);
      if (!read.ok) return read;
      const { cycles, issues }: OpenCycles = read.value;
      for (const { id, name, number, team } of cycles)
        if (!open.has(id)) open.set(id, { id, name: name || `${team.key} ${number}`, issues: [] });
      for (const { id, cycle } of issues.nodes) if (cycle) open.get(cycle.id)?.issues.push(id);
      after = issues.pageInfo.hasNextPage ? (issues.pageInfo.endCursor ?? null) : null;
    } while (after !== null);
    return ok([...open.values()]);
  },

  async readMovers(issues, _hints, signal) {
    const movers = new Map<string, Mover>();
    for (let at = 0; at < issues.length; at += issuesPerHistories) {
      const ids = issues.slice(at, at + issuesPerHistories);
      const read = await askLinear(call, cycleHistories, { ids }, signal);
      if (!read.ok) return read;
      for (const it of read.value.issues) {
        const changes = it.history.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
        const entry = changes.find(({ toCycleId }) => toCycleId != null && toCycleId === it.cycle?.id);
        // Made inside its cycle, it never changed it.
        const made = { by: it.creator?.id ?? null, at: it.createdAt };
        movers.set(it.id, entry ? { by: causeOf(entry, changes, made), at: entry.createdAt } : made);
      }
    }
    return ok(movers);
  },

  async move(issues, sprint, signal) {
    const moved = await askLinear(call, toCycle, { ids: issues, cycle: sprint }, signal);
    return moved.ok ? ok(new Map()) : moved;
  },
});

/**
 * Who is behind an entry: its actor, or where a team's automation made it, who has just changed what such automations go by, or has just made the issue so.
 */
function causeOf(entry: Change, changes: readonly Change[], made: Mover): string | null {
  if (entry.actorId != null) return entry.actorId;
  const isJustBefore = (at: string) => {
    const beforeMs = Date.parse(entry.createdAt) - Date.parse(at);
    return beforeMs >= 0 && beforeMs <= automationMs;
  };
  const cause = changes.find((it) => {
    const isOne = it.toStateId != null || it.toTeamId != null || it.toParentId != null;
    return it.actorId != null && isOne && isJustBefore(it.createdAt);
  });
  return cause?.actorId ?? (isJustBefore(made.at) ? made.by : null);
}
