import { z } from "zod";
import { ok, type Result } from "../../../shared/domain/result";
import { type IssueEdit, writeFields } from "./edit-issue";
import { can } from "./permissions";
import { propertyObstacle } from "./properties";
import type { JiraIssue, JiraProject, JiraUser } from "./records";
import { type Refusal, refuse, refuseFields } from "./refusal";
import type { JiraSite } from "./site";
import { priorities, statuses } from "./workflow";

const reference = z.union([
  z.object({ id: z.string() }),
  z.object({ key: z.string() }),
  z.object({ name: z.string() }),
]);

/** Opens an issue at the lowest rank. `fields` needs project, issuetype and summary. Needs *Create issues*. */
export function createIssue(
  site: JiraSite,
  by: JiraUser,
  { fields = {}, properties = [] }: Pick<IssueEdit, "fields" | "properties">,
  apiVersion: 2 | 3 = 3,
): Result<JiraIssue, Refusal> {
  const { project: projectField, issuetype: typeField, ...values } = fields;
  const isNamed = (field: unknown, it: { id: string; key?: string; name: string }) => {
    const named = reference.safeParse(field);
    return (
      named.success &&
      Object.entries(named.data).every(([part, word]) => it[part as keyof typeof it] === word)
    );
  };
  const project = site.projects.find((it) => isNamed(projectField, it));
  if (project === undefined || !can(site, by, "BROWSE_PROJECTS"))
    return refuseFields({ project: "Specify a valid project ID or key" });
  if (!can(site, by, "CREATE_ISSUES"))
    return refuse(403, "You do not have permission to create issues in this project.");
  const type = [...site.issueTypes.values()].find((it) => isNamed(typeField, it));
  if (type === undefined) return refuseFields({ issuetype: "Specify a valid issue type" });
  if (type.hierarchyLevel < 0 && values.parent === undefined)
    return refuseFields({ parent: "Issue type is a sub-task but parent issue key or id not specified." });
  const set = properties.map(({ key, value }) => ({ key, json: JSON.stringify(value) ?? "" }));
  const obstacle = set.map(({ key, json }) => propertyObstacle(key, json)).find((it) => it !== null);
  if (obstacle != null) return refuse(400, obstacle);

  const at = site.now().toISOString();
  const issue: JiraIssue = {
    id: site.nextId(),
    key: nextKey(site, project),
    projectId: project.id,
    type,
    summary: "",
    description: null,
    status: statuses.todo,
    priority: priorities.none,
    assignee: null,
    reporter: by,
    labels: [],
    points: null,
    dueDate: null,
    parentId: null,
    sprintIds: [],
    rank: (site.ranked().at(-1)?.rank ?? 0) + 1000,
    created: at,
    updated: at,
    resolved: null,
    properties: new Map(set.map(({ key, json }) => [key, JSON.parse(json)])),
    comments: [],
    changelog: [],
    visibleTo: null,
  };
  // Jira writes no changelog for the values that an issue is born with.
  const written = writeFields(issue, { summary: undefined, ...values }, { site, by, apiVersion });
  if (!written.ok) return written;
  site.issues.set(issue.id, issue);
  site.idsByKey.set(issue.key, issue.id);
  site.emit({ kind: "issue-created", issue, by });
  return ok(issue);
}

/** The key after the highest that the project has ever given, moved issues included. */
export function nextKey(site: JiraSite, project: JiraProject): string {
  const prefix = `${project.key}-`;
  let last = 0;
  for (const key of site.idsByKey.keys()) {
    if (key.startsWith(prefix)) last = Math.max(last, Number(key.slice(prefix.length)) || 0);
  }
  return `${prefix}${last + 1}`;
}
