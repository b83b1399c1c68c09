import { err } from "../domain/result";
import { failure } from "../tracker/failure";
import { readAnswer } from "../tracker/read-answer";
import type { TrackerApi } from "../tracker/tracker-api";
import { propertyKeys } from "./property-keys";
import { readIssues, readProjectPolicy } from "./responses";

const issuesPath = "/rest/api/3/issue/bulkfetch";
const policyQuery = "?properties=plumbline.policy,plumbline.policy-default";
const policyPath = /^\/rest\/api\/3\/project\/([^/?]+)\?properties=plumbline\.policy,/;

/** Jira Cloud's public REST API, called by the page with the person's own session. */
export const jiraApi: TrackerApi = {
  caller: "page",
  maxPerCall: 100,
  // An id says nothing of its project.
  policyScopeOf: (key) => key.slice(0, Math.max(0, key.lastIndexOf("-"))),
  comesAlong: () => false,
  itemsRequest: (refs) => ({
    method: "POST",
    path: issuesPath,
    body: JSON.stringify({
      issueIdsOrKeys: refs,
      fields: ["summary", "issuetype", "parent"],
      properties: Object.values(propertyKeys),
    }),
    asked: [...refs],
  }),
  policyRequest: (scope) => ({
    method: "GET",
    path: `/rest/api/3/project/${encodeURIComponent(scope)}${policyQuery}`,
    body: null,
    asked: [],
  }),
  read(request, answer, origin) {
    const scope = policyPath.exec(request.path)?.[1];
    if (scope !== undefined) {
      // 404: there is no such project. A refusal says nothing of its policy: who sees a ticket may read its project's properties.
      if (answer.status === 404) return readProjectPolicy(scope, { properties: {} });
      const json = readAnswer(answer);
      return json.ok ? readProjectPolicy(scope, json.value) : json;
    }
    const json = readAnswer(answer);
    if (!json.ok) return json;
    return request.path === issuesPath ? readIssues(json.value, origin) : err(failure("malformed"));
  },
};
