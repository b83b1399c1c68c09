import { z } from "zod";
import { getIssue } from "../get-issue";
import type { ChangelogEntry, JiraIssue } from "../records";
import { changelogJson } from "./issue-json";
import { offsetPage, tokenPage } from "./page";
import { answer, json, numberParam, type Route, readBody, refused } from "./route";

const bulkChangelog = z.object({
  issueIdsOrKeys: z.array(z.string()).min(1).max(1000),
  fieldIds: z.array(z.string()).max(10).optional(),
  maxResults: z.int().min(1).max(10_000).optional(),
  nextPageToken: z.string().optional(),
});

/** The history of one issue by offset, and of many by token. */
export const changelogRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/rest/api/{apiVersion}/issue/{issueIdOrKey}/changelog",
    answer: (call) =>
      answer(getIssue(call.site, call.by, call.params.issueIdOrKey ?? ""), (issue) => {
        const entries = issue.changelog.map((entry) => changelogJson(call.site, entry));
        const startAt = numberParam(call.url, "startAt", 0);
        const maxResults = numberParam(call.url, "maxResults", 100, 100);
        const self = `${call.site.baseUrl}/rest/api/3/issue/${issue.id}/changelog`;
        return json(200, { self, ...offsetPage(entries, startAt, maxResults) });
      }),
  },
  {
    method: "POST",
    path: "/rest/api/{apiVersion}/changelog/bulkfetch",
    async answer(call) {
      const wanted = await readBody(call, bulkChangelog);
      return answer(wanted, ({ issueIdsOrKeys, fieldIds, maxResults = 1000, nextPageToken }) => {
        const issues = issueIdsOrKeys.flatMap((idOrKey) => {
          const issue = getIssue(call.site, call.by, idOrKey);
          return issue.ok ? [issue.value] : [];
        });
        const page = tokenPage(historyOf(issues, fieldIds), nextPageToken, maxResults);
        if (page === null) return refused(400, "The next page token is invalid.");
        const byIssue = new Map<string, unknown[]>();
        for (const { issue, entry } of page.values) {
          const entries = byIssue.get(issue.id) ?? [];
          byIssue.set(issue.id, [...entries, changelogJson(call.site, entry)]);
        }
        return json(200, {
          issueChangeLogs: [...byIssue].map(([issueId, changeHistories]) => ({ issueId, changeHistories })),
          ...(page.nextPageToken === undefined ? {} : { nextPageToken: page.nextPageToken }),
        });
      });
    },
  },
];

/** All changes of these issues, oldest first, then by issue id; with `fieldIds` only those of these fields. */
function historyOf(
  issues: readonly JiraIssue[],
  fieldIds: readonly string[] | undefined,
): { issue: JiraIssue; entry: ChangelogEntry }[] {
  return [...new Set(issues)]
    .flatMap((issue) =>
      issue.changelog.map((entry) => {
        const items = entry.items.filter(
          (it) => fieldIds === undefined || fieldIds.includes(it.fieldId ?? ""),
        );
        return { issue, entry: { ...entry, items } };
      }),
    )
    .filter(({ entry }) => entry.items.length > 0)
    .sort(
      (a, b) => a.entry.created.localeCompare(b.entry.created) || Number(a.issue.id) - Number(b.issue.id),
    );
}
