import { z } from "zod";
import { ok, type Result } from "../../../shared/domain/result";
import type { WriteFailure } from "../../../shared/outbox/outbox-row";
import type { LeftToTracker, SprintMove } from "../../../shared/tracker/sprint-entry";
import type { WriteCall } from "../../../shared/tracker/write-port";
import { filterOf } from "./api";
import { askLinear, type Operation } from "./ask-linear";
import { nodes } from "./wire";

const mostPerCall = 100;

const settings = `id cycleIssueAutoAssignStarted cycleIssueAutoAssignCompleted cycleLockToActive activeCycle { id }`;
const team = z.object({
  id: z.string(),
  cycleIssueAutoAssignStarted: z.boolean(),
  cycleIssueAutoAssignCompleted: z.boolean(),
  cycleLockToActive: z.boolean(),
  activeCycle: z.object({ id: z.string() }).nullish(),
});
type TeamSettings = z.infer<typeof team>;
const state = z.object({ type: z.string() });

const cycleSettings = {
  query: `query PlumblineCycleSettings($issues: IssueFilter!, $states: [ID!], $teams: [ID!]) {
    issues(filter: $issues, first: ${mostPerCall}, includeArchived: true) {
      nodes { id identifier cycle { id } state { type } team { ${settings} } }
    }
    workflowStates(filter: { id: { in: $states } }, first: ${mostPerCall}) { nodes { id type } }
    teams(filter: { id: { in: $teams } }, first: ${mostPerCall}) { nodes { ${settings} } }
  }`,
  data: z.object({
    issues: nodes(
      z.object({
        id: z.string(),
        identifier: z.string(),
        cycle: z.object({ id: z.string() }).nullish(),
        state,
        team,
      }),
    ),
    workflowStates: nodes(state.extend({ id: z.string() })),
    teams: nodes(team),
  }),
} satisfies Operation<unknown>;

/**
 * Which issues Linear's server puts into a team's active cycle by itself: those outside every cycle that are started or completed
 * where the team wants that, or become active where it allows no active issue outside (reference 2.3). One that is made in such a state counts like one that changes.
 */
export async function readChosenCycles(
  moves: readonly LeftToTracker[],
  call: WriteCall,
  signal: AbortSignal,
): Promise<Result<SprintMove[], WriteFailure>> {
  const entries: SprintMove[] = [];
  for (let at = 0; at < moves.length; at += mostPerCall) {
    const some = moves.slice(at, at + mostPerCall);
    const variables = {
      issues: filterOf(some.flatMap((it) => (it.act === "create" ? [] : it.issue))),
      states: some.flatMap((it) => stateOf(it) ?? []),
      teams: some.flatMap((it) => teamOf(it) ?? []),
    };
    const read = await askLinear(call, cycleSettings, variables, signal);
    if (!read.ok) return read;
    const { issues, workflowStates, teams } = read.value;
    for (const move of some) {
      const ref = move.act === "create" ? null : move.issue;
      const issue = issues.find(({ id, identifier }) => id === ref || identifier === ref);
      const to = workflowStates.find(({ id }) => id === stateOf(move))?.type ?? issue?.state.type;
      const where = teams.find(({ id }) => id === teamOf(move)) ?? issue?.team;
      const sprint = where?.activeCycle?.id;
      // A cycle belongs to its team and does not come along to another.
      const isOutside = move.act !== "change-state" || !issue?.cycle;
      if (!where || !sprint || !isOutside || !takesIn(where, to)) continue;
      if (move.act === "create") entries.push({ ...move, sprint });
      else if (issue) entries.push({ act: "enter", issue: move.issue, sprint });
    }
  }
  return ok(entries);
}

const stateOf = (it: LeftToTracker) =>
  it.act === "change-state" ? it.state : it.act === "create" ? it.issue.state : null;
const teamOf = (it: LeftToTracker) =>
  it.act === "change-team" ? it.team : it.act === "create" ? it.issue.scope : null;

function takesIn(team: TeamSettings, state: string | undefined): boolean {
  if (state === "started") return team.cycleIssueAutoAssignStarted || team.cycleLockToActive;
  if (state === "unstarted") return team.cycleLockToActive;
  return state === "completed" && team.cycleIssueAutoAssignCompleted;
}
