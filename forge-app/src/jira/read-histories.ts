import { z } from "zod";
import { ok, type Result } from "../../../shared/domain/result";
import { type SprintChange, sprintIdsIn } from "../../../shared/domain/sprint-history";
import type { AskJira, JiraFailure } from "./ask-jira";
import { inChunks } from "./in-chunks";

/** Jira writes moments as text, and in bulk as milliseconds too. */
const moment = z.union([z.string(), z.number()]).transform((it, ctx) => {
  const at = new Date(it);
  if (!Number.isNaN(at.getTime())) return at.toISOString();
  ctx.addIssue("no moment");
  return z.NEVER;
});
const item = z.object({
  fieldId: z.string().nullish(),
  from: z.string().nullish(),
  to: z.string().nullish(),
});
const history = z.object({
  author: z.object({ accountId: z.string() }).nullish(),
  created: moment,
  items: z.array(item),
});
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
        for (const { author, created: at, items } of changeHistories)
          for (const { fieldId, from, to } of items)
            if (fieldId === sprintField)
              found.get(issueId)?.push({
                ...{ at, by: author?.accountId ?? null },
                ...{ from: sprintIdsIn(from), to: sprintIdsIn(to) },
              });
      nextPageToken = read.value.nextPageToken ?? undefined;
    }
  for (const it of found.values()) it.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return ok(found);
}
