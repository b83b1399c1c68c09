import { z } from "zod";
import { ok, type Result } from "../../../shared/domain/result";
import type { WriteFailure } from "../../../shared/outbox/outbox-row";
import { begunFirst, type SprintMembers, type SprintPortFor } from "../../../shared/tracker/sprint-port";
import { askLinear, type Operation } from "./ask-linear";

const mostPages = 10;
const cycle = z.object({
  id: z.string(),
  number: z.number(),
  name: z.string().nullish(),
  isActive: z.boolean(),
});
const issuesInCycles = {
  query: `query PlumblineCycles($after: String) {
    issues(
      filter: { cycle: { or: [{ isActive: { eq: true } }, { isFuture: { eq: true } }] } }
      first: 100
      after: $after
    ) {
      nodes { identifier cycle { id number name isActive } }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  data: z.object({
    issues: z.object({
      nodes: z.array(z.object({ identifier: z.string(), cycle: cycle.nullish() })),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
    }),
  }),
} satisfies Operation<unknown>;

/** The current and coming cycles of all teams: one policy holds for the workspace. */
export const linearSprintPort: SprintPortFor = (call) => ({
  async readSprints(_scope, _hints, signal) {
    const found = new Map<string, SprintMembers>();
    let after: string | null = null;
    for (let at = 0; at < mostPages; at += 1) {
      const read: Result<z.infer<typeof issuesInCycles.data>, WriteFailure> = await askLinear(
        call,
        issuesInCycles,
        { after },
        signal,
      );
      if (!read.ok) return read;
      const { nodes, pageInfo }: z.infer<typeof issuesInCycles.data>["issues"] = read.value.issues;
      for (const { identifier, cycle } of nodes) {
        if (!cycle) continue;
        const { id, number, isActive: isOpen } = cycle;
        const name = cycle.name || String(number);
        const pages = [`/cycle/${number}`, ...(isOpen ? ["/cycle/active"] : [])];
        const one = found.get(id) ?? { id, name, isOpen, pages, keys: [] };
        one.keys.push(identifier);
        found.set(id, one);
      }
      after = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
      if (after === null) break;
    }
    return ok({ sprints: begunFirst(found.values()), isCut: after !== null });
  },
  // Cycles begin by themselves, and nobody is asked.
  readKeys: async () => ok([]),
});
