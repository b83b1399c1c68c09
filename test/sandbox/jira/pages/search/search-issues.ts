import { z } from "zod";
import { request } from "../request";
import { type FoundIssue, searchAnswer, searchedFields } from "./found-issue";

/** The issues of a query from the first one on, as far as they were read. */
export interface Found {
  issues: readonly FoundIssue[];
  /** Undefined where there are no more. */
  nextPageToken: string | undefined;
  /** How many the query has in all. */
  total: number;
}

const pageSize = 100;

/**
 * Reads a query by the public search until there are `atLeast` issues or no more; goes on `after` what was read before.
 * @throws RequestRefused with Jira's sentence where the query is wrong or has no bounds.
 */
export async function searchIssues(
  jql: string,
  { atLeast, after }: { atLeast: number; after?: Found },
  signal: AbortSignal,
): Promise<Found> {
  const total = after?.total ?? (await countIssues(jql, signal));
  const issues = [...(after?.issues ?? [])];
  let nextPageToken = after?.nextPageToken;
  do {
    const page = await request(searchAnswer, "/rest/api/3/search/jql", {
      method: "POST",
      body: { jql, nextPageToken, maxResults: pageSize, fields: searchedFields },
      signal,
    });
    issues.push(...page.issues);
    nextPageToken = page.nextPageToken;
  } while (nextPageToken !== undefined && issues.length < atLeast);
  return { issues, nextPageToken, total };
}

const countIssues = async (jql: string, signal: AbortSignal): Promise<number> => {
  const path = "/rest/api/3/search/approximate-count";
  const answer = await request(z.object({ count: z.number() }), path, {
    method: "POST",
    body: { jql },
    signal,
  });
  return answer.count;
};
