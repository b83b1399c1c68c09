import { z } from "zod";
import { ok, type Result } from "../../../shared/domain/result";
import type { AskJira, JiraFailure } from "./ask-jira";

export interface FoundIssues {
  issues: { id: string; key: string }[];
  /** Leads to the next page; null: this was the last. */
  next: string | null;
}

const page = z.object({
  issues: z.array(z.object({ id: z.string().min(1), key: z.string().min(1) })),
  nextPageToken: z.string().nullish(),
});

/** One page of what a query finds, ids and keys only, project by project: a project's policy is read once for many. */
export async function searchIssues(
  ask: AskJira,
  jql: string,
  token: string | null,
  most: number,
): Promise<Result<FoundIssues, JiraFailure>> {
  const body = {
    ...{ jql: `${jql} ORDER BY key ASC`, fields: ["key"], maxResults: most },
    ...(token !== null && { nextPageToken: token }),
  };
  const read = await ask({ method: "POST", path: "/rest/api/3/search/jql", body }, page);
  if (!read.ok) return read;
  return ok({ issues: read.value.issues, next: read.value.nextPageToken ?? null });
}
