import { z } from "zod";
import { inChunks } from "../../../shared/tracker/in-chunks";
import type { AskJira, JiraFailure } from "./ask-jira";

/** Jira's own limit of one call. */
const mostIssues = 50;

/** What became of issues that were to be moved, by id. */
export interface Moved {
  moved: string[];
  /** With Jira's own words. */
  refused: Map<string, string>;
  /** Why the others were not tried, or not to the end; null: there are none. */
  failure: JiraFailure | null;
}

/**
 * Puts issues into a sprint, or with null out of all that are open or to come; their rank stays. Jira refuses a call as a whole, so
 * that what it refuses together is tried one by one. What is put back into a sprint that takes nothing any more goes to the backlog;
 * `nowhere-else`: it stays where it is.
 */
export async function moveIssues(
  ask: AskJira,
  issues: readonly string[],
  sprint: string | null,
  otherwise: "backlog" | "nowhere-else" = "backlog",
): Promise<Moved> {
  const done: Moved = { moved: [], refused: new Map(), failure: null };
  for (const some of inChunks(issues, mostIssues)) {
    const moved = await moveOnce(ask, some, sprint);
    if (moved.ok) done.moved.push(...some);
    else if (!isFinal(moved.error)) return { ...done, failure: moved.error };
    else if (some.length > 1)
      for (const it of some) {
        const one = await moveIssues(ask, [it], sprint, otherwise);
        done.moved.push(...one.moved);
        for (const [id, words] of one.refused) done.refused.set(id, words);
        if (one.failure !== null) return { ...done, failure: one.failure };
      }
    // There is one alone.
    else if (sprint !== null && moved.error.status !== 403 && otherwise === "backlog")
      return moveIssues(ask, some, null);
    else done.refused.set(some[0] ?? "", moved.error.words ?? `Jira answered ${moved.error.status}.`);
  }
  return done;
}

const isFinal = ({ kind }: JiraFailure): boolean => kind === "refused" || kind === "hidden";

const moveOnce = (ask: AskJira, issues: readonly string[], sprint: string | null) =>
  ask(
    {
      method: "POST",
      path: `/rest/agile/1.0/${sprint === null ? "backlog" : `sprint/${encodeURIComponent(sprint)}`}/issue`,
      body: { issues },
    },
    z.unknown(),
  );
