import { z } from "zod";
import { err, ok, type Result } from "../../../../shared/domain/result";
import { compileJql, findByJql, type Jql } from "../jql";
import type { Refusal } from "../refusal";
import { issueJson } from "./issue-json";
import { mostProperties } from "./issue-routes";
import { tokenPage } from "./page";
import { type ApiCall, answer, apiVersionOf, json, listParam, type Route, readBody, refused } from "./route";

/** Documented: 5,000 a page at most when only ids or keys are asked for, fewer with more fields. */
const mostIds = 5000;
const mostWithFields = 100;
const mostReconciled = 50;

const words = z.array(z.string());
const search = z.object({
  jql: z.string().optional(),
  nextPageToken: z.string().optional(),
  maxResults: z.coerce.number().int().min(1).optional(),
  fields: words.optional(),
  properties: words.optional(),
  expand: z.string().optional(),
  fieldsByKeys: z.boolean().optional(),
  failFast: z.boolean().optional(),
  reconcileIssues: z.array(z.coerce.number().int()).optional(),
});
type Search = z.infer<typeof search>;

const path = "/rest/api/{apiVersion}/search/jql";

/** The search of 2025 and its count; the search before it is gone. */
export const searchRoutes: readonly Route[] = [
  {
    method: "GET",
    path,
    answer(call) {
      const { searchParams } = call.url;
      const given = {
        jql: searchParams.get("jql") ?? undefined,
        nextPageToken: searchParams.get("nextPageToken") ?? undefined,
        maxResults: searchParams.get("maxResults") ?? undefined,
        fields: listParam(call.url, "fields"),
        properties: listParam(call.url, "properties"),
        expand: searchParams.get("expand") ?? undefined,
        reconcileIssues: listParam(call.url, "reconcileIssues"),
      };
      const wanted = search.safeParse(given);
      if (!wanted.success) return refused(400, z.prettifyError(wanted.error));
      return searchAnswer(call, wanted.data);
    },
  },
  {
    method: "POST",
    path,
    async answer(call) {
      const wanted = await readBody(call, search);
      return answer(wanted, (it) => searchAnswer(call, it));
    },
  },
  {
    method: "POST",
    path: "/rest/api/{apiVersion}/search/approximate-count",
    async answer(call) {
      const wanted = await readBody(call, z.object({ jql: z.string().optional() }));
      const jql = wanted.ok ? boundedJql(call, wanted.value.jql) : wanted;
      return answer(jql, (it) => json(200, { count: findByJql(it, call).length }));
    },
  },
  { method: "GET", path: "/rest/api/{apiVersion}/search", answer: () => gone() },
  { method: "POST", path: "/rest/api/{apiVersion}/search", answer: () => gone() },
];

const gone = () =>
  refused(410, "The requested API has been removed. Please migrate to the /rest/api/3/search/jql API.");

function boundedJql(call: ApiCall, jql = ""): Result<Jql, Refusal> {
  const compiled = compileJql(jql, call, { bounded: true });
  return compiled.ok ? ok(compiled.value) : err({ status: 400, errorMessages: compiled.error, errors: {} });
}

function searchAnswer(call: ApiCall, wanted: Search): Response {
  const { fields = ["id"], properties = [], reconcileIssues = [] } = wanted;
  if (properties.length > mostProperties)
    return refused(400, `The maximum number of properties is ${mostProperties}.`);
  if (reconcileIssues.length > mostReconciled)
    return refused(400, `The maximum number of issues to reconcile is ${mostReconciled}.`);
  const jql = boundedJql(call, wanted.jql);
  return answer(jql, (it) => {
    const onlyIds = fields.every((field) => field === "id" || field === "key") && properties.length === 0;
    const maxResults = Math.min(wanted.maxResults ?? 50, onlyIds ? mostIds : mostWithFields);
    const page = tokenPage(findByJql(it, call), wanted.nextPageToken, maxResults);
    if (page === null) return refused(400, "The next page token is invalid.");
    const changelog = wanted.expand?.split(",").includes("changelog") ?? false;
    const view = { fields, properties, changelog, apiVersion: apiVersionOf(call) };
    const { values, ...paging } = page;
    return json(200, { issues: values.map((issue) => issueJson(call.site, issue, view)), ...paging });
  });
}
