import { z } from "zod";
import { ok, type Result } from "../../../shared/domain/result";
import type { SprintChange } from "../../../shared/domain/sprint-history";
import { inChunks } from "../../../shared/tracker/in-chunks";
import type { AskJira, JiraFailure } from "./ask-jira";
import { changesIn, history } from "./sprint-changes";

const changes = z.object({
  issueChangeLogs: z.array(z.object({ issueId: z.string(), changeHistories: z.array(history) })),
  nextPageToken: z.string().nullish(),
});
/** Jira's own limits of one call (platform specification, 2026-05). */
const [mostIssues, mostChanges] = [1_000, 1_000];

/** How issues came to be in their sprints, by id, oldest first; one whose history is silent has none. */
export async function readHistories(
  ask: AskJira,
  issues: readonly string[],
  sprintField: string,
): Promise<Result<Map<string, SprintChange[]>, JiraFailure>> {
  const found = new Map(issues.map((it): [string, SprintChange[]] => [it, []]));
  for (const issueIdsOrKeys of inChunks(issues, mostIssues))
    for (let nextPageToken: string | undefined, isFirst = true; isFirst || nextPageToken; isFirst = false) {
      const body = {
        ...{ issueIdsOrKeys, fieldIds: [sprintField], maxResults: mostChanges },
        ...(nextPageToken && { nextPageToken }),
      };
      const read = await ask({ method: "POST", path: "/rest/api/3/changelog/bulkfetch", body }, changes);
      if (!read.ok) return read;
      for (const { issueId, changeHistories } of read.value.issueChangeLogs)
        found.get(issueId)?.push(...changesIn(changeHistories, sprintField));
      nextPageToken = read.value.nextPageToken ?? undefined;
    }
  for (const it of found.values()) it.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return ok(found);
}
