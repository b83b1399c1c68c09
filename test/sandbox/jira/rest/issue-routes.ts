import { z } from "zod";
import { createIssue } from "../create-issue";
import { editIssue, type IssueEdit } from "../edit-issue";
import { getIssue } from "../get-issue";
import type { JiraIssue } from "../records";
import { issueJson } from "./issue-json";
import {
  type ApiCall,
  answer,
  apiVersionOf,
  json,
  listParam,
  noContent,
  type Route,
  readBody,
  refusal,
  refused,
} from "./route";

/** The documented most for one bulkfetch, the most changes of each issue and the most properties it gives. */
const [mostIssues, mostChanges] = [100, 40];
export const mostProperties = 5;

const edit: z.ZodType<IssueEdit> = z.looseObject({
  fields: z.record(z.string(), z.unknown()).optional(),
  update: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))).optional(),
  properties: z.array(z.object({ key: z.string(), value: z.unknown() })).optional(),
});

const words = z.array(z.string());
const bulkFetch = z.object({
  issueIdsOrKeys: words,
  fields: words.optional(),
  properties: words.optional(),
  expand: words.optional(),
  fieldsByKeys: z.boolean().optional(),
});

const issuePath = "/rest/api/{apiVersion}/issue/{issueIdOrKey}";
const issueOf = ({ site, by, params }: ApiCall) => getIssue(site, by, params.issueIdOrKey ?? "");

/** In bulk an issue has its latest changes and no more. */
function withLatest(it: Record<string, unknown>): Record<string, unknown> {
  const { changelog } = it as { changelog?: { histories: unknown[] } };
  if (changelog === undefined) return it;
  return { ...it, changelog: { ...changelog, histories: changelog.histories.slice(0, mostChanges) } };
}

const showIssue = (call: ApiCall, issue: JiraIssue): Response =>
  json(
    200,
    issueJson(call.site, issue, {
      fields: listParam(call.url, "fields") ?? ["*all"],
      properties: listParam(call.url, "properties") ?? [],
      changelog: listParam(call.url, "expand")?.includes("changelog") ?? false,
      apiVersion: apiVersionOf(call),
    }),
  );

/** Issues: read one or many, create, edit, transition, history. */
export const issueRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "/rest/api/{apiVersion}/issue/bulkfetch",
    async answer(call) {
      const { site, by } = call;
      const wanted = await readBody(call, bulkFetch);
      return answer(wanted, ({ issueIdsOrKeys, fields = ["*navigable"], properties = [], expand = [] }) => {
        if (issueIdsOrKeys.length === 0) return refused(400, "issueIdsOrKeys must not be empty.");
        if (issueIdsOrKeys.length > mostIssues)
          return refused(400, `You can request up to ${mostIssues} issues.`);
        if (properties.length > mostProperties)
          return refused(400, `The maximum number of properties is ${mostProperties}.`);
        const found = new Set(
          issueIdsOrKeys.flatMap((idOrKey) => {
            const issue = getIssue(site, by, idOrKey);
            return issue.ok ? [issue.value] : [];
          }),
        );
        const view = {
          fields,
          properties,
          changelog: expand.includes("changelog"),
          apiVersion: apiVersionOf(call),
        };
        const issues = [...found].sort((a, b) => Number(a.id) - Number(b.id));
        // What is missing or may not be seen is left out, and issueErrors stays empty (seen live 2026-08).
        return json(200, {
          issues: issues.map((issue) => withLatest(issueJson(site, issue, view))),
          issueErrors: [],
        });
      });
    },
  },
  {
    method: "POST",
    path: "/rest/api/{apiVersion}/issue",
    async answer(call) {
      const wanted = await readBody(call, edit);
      const created = wanted.ok ? createIssue(call.site, call.by, wanted.value, apiVersionOf(call)) : wanted;
      return answer(created, ({ id, key }) =>
        json(201, { id, key, self: `${call.site.baseUrl}/rest/api/3/issue/${id}` }),
      );
    },
  },
  {
    method: "GET",
    path: issuePath,
    answer: (call) => answer(issueOf(call), (issue) => showIssue(call, issue)),
  },
  {
    method: "PUT",
    path: issuePath,
    async answer(call) {
      const wanted = await readBody(call, edit);
      if (!wanted.ok) return refusal(wanted.error);
      const { site, by, params, url } = call;
      const edited = editIssue(site, by, params.issueIdOrKey ?? "", wanted.value, apiVersionOf(call));
      return answer(edited, (issue) =>
        url.searchParams.get("returnIssue") === "true" ? showIssue(call, issue) : noContent(),
      );
    },
  },
];
