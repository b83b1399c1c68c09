import { type AdfNode, adfToText } from "../adf";
import { fields, pointsField, rankField, sprintField } from "../fields";
import type { ChangelogEntry, JiraComment, JiraIssue, JiraSprint } from "../records";
import type { JiraSite } from "../site";
import {
  categoryJson,
  issueTypeJson,
  jiraTime,
  priorityJson,
  projectRefJson,
  statusJson,
  userJson,
} from "./value-json";

/** A sprint as the value of the Sprint field; the agile endpoints have other names for some parts. */
const sprintFieldJson = (sprint: JiraSprint) => ({
  id: sprint.id,
  name: sprint.name,
  state: sprint.state,
  boardId: sprint.originBoardId,
  goal: sprint.goal,
  ...(sprint.startDate === null ? {} : { startDate: sprint.startDate }),
  ...(sprint.endDate === null ? {} : { endDate: sprint.endDate }),
  ...(sprint.completeDate === null ? {} : { completeDate: sprint.completeDate }),
});

const issueUrl = (site: JiraSite, issue: JiraIssue) => `${site.baseUrl}/rest/api/3/issue/${issue.id}`;

const linkedIssueJson = (site: JiraSite, issue: JiraIssue) => ({
  id: issue.id,
  key: issue.key,
  self: issueUrl(site, issue),
  fields: {
    summary: issue.summary,
    status: statusJson(site, issue.status),
    priority: priorityJson(site, issue.priority),
    issuetype: issueTypeJson(site, issue.type),
  },
});

const richText = (body: AdfNode | null, apiVersion: 2 | 3) =>
  apiVersion === 3 || body === null ? body : adfToText(body);

export const commentJson = (
  site: JiraSite,
  issue: JiraIssue,
  comment: JiraComment,
  apiVersion: 2 | 3,
  withProperties = false,
) => ({
  self: `${issueUrl(site, issue)}/comment/${comment.id}`,
  id: comment.id,
  author: userJson(site, comment.author),
  body: richText(comment.body, apiVersion),
  updateAuthor: userJson(site, comment.updateAuthor),
  created: jiraTime(comment.created),
  updated: jiraTime(comment.updated),
  jsdPublic: true,
  ...(withProperties && { properties: [...comment.properties].map(([key, value]) => ({ key, value })) }),
});

export const changelogJson = (site: JiraSite, entry: ChangelogEntry) => ({
  id: entry.id,
  author: userJson(site, entry.author),
  created: jiraTime(entry.created),
  items: entry.items,
});

type FieldReader = (site: JiraSite, issue: JiraIssue, apiVersion: 2 | 3) => unknown;

/** How each field is shown; undefined leaves it out, as Jira does with the parent of an issue that has none. */
const readers: Readonly<Record<string, FieldReader>> = {
  summary: (_, issue) => issue.summary,
  issuetype: (site, issue) => issueTypeJson(site, issue.type),
  project: (site, issue) => {
    const project = site.projects.find((it) => it.id === issue.projectId);
    return project && projectRefJson(site, project);
  },
  description: (_, issue, apiVersion) => richText(issue.description, apiVersion),
  status: (site, issue) => statusJson(site, issue.status),
  statusCategory: (site, issue) => categoryJson(site, issue.status),
  priority: (site, issue) => priorityJson(site, issue.priority),
  assignee: (site, issue) => issue.assignee && userJson(site, issue.assignee),
  reporter: (site, issue) => userJson(site, issue.reporter),
  creator: (site, issue) => userJson(site, issue.reporter),
  labels: (_, issue) => issue.labels,
  parent: (site, issue) => {
    const parent = site.issues.get(issue.parentId ?? "");
    return parent && linkedIssueJson(site, parent);
  },
  subtasks: (site, issue) =>
    site
      .childrenOf(issue)
      .filter((it) => it.type.hierarchyLevel < 0)
      .map((it) => linkedIssueJson(site, it)),
  issuelinks: () => [],
  created: (_, issue) => jiraTime(issue.created),
  updated: (_, issue) => jiraTime(issue.updated),
  duedate: (_, issue) => issue.dueDate,
  resolution: (site, issue) =>
    issue.resolved && {
      self: `${site.baseUrl}/rest/api/3/resolution/10000`,
      id: "10000",
      name: "Done",
      description: "",
    },
  resolutiondate: (_, issue) => issue.resolved && jiraTime(issue.resolved),
  comment: (site, issue, apiVersion) => ({
    comments: issue.comments.map((comment) => commentJson(site, issue, comment, apiVersion)),
    self: `${issueUrl(site, issue)}/comment`,
    maxResults: issue.comments.length,
    total: issue.comments.length,
    startAt: 0,
  }),
  [pointsField]: (_, issue) => issue.points,
  [rankField]: (_, issue) => `0|${issue.rank.toString(36).padStart(8, "0")}:`,
  [sprintField]: (site, issue) => {
    const sprints = site.sprints.filter((it) => issue.sprintIds.includes(it.id));
    return sprints.length === 0 ? null : sprints.map(sprintFieldJson);
  },
};

/** What a request wants to see of each issue. */
export interface IssueView {
  /** Field ids, `*all`, `*navigable`, or an id with a minus in front to leave it out. */
  fields: readonly string[];
  properties: readonly string[];
  changelog: boolean;
  apiVersion: 2 | 3;
}

/** The field ids that a list of wishes comes to; unknown ones are ignored, as Jira does. */
export function chosenFields(wishes: readonly string[]): Set<string> {
  const ids = fields.map((field) => field.id);
  const left = wishes.filter((wish) => wish.startsWith("-")).map((wish) => wish.slice(1));
  const taken = wishes.filter((wish) => !wish.startsWith("-"));
  if (taken.length === 0 && left.length > 0) taken.push("*all");
  const chosen = new Set<string>();
  for (const id of ids) {
    const byGroup = taken.includes("*all") || (taken.includes("*navigable") && id !== "comment");
    if ((byGroup || taken.includes(id)) && !left.includes(id)) chosen.add(id);
  }
  return chosen;
}

/** An issue as the platform API shows it. */
export function issueJson(site: JiraSite, issue: JiraIssue, view: IssueView): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const id of chosenFields(view.fields)) {
    const value = readers[id]?.(site, issue, view.apiVersion);
    if (value !== undefined) shown[id] = value;
  }
  const all = view.properties.includes("*all");
  const properties = [...issue.properties].filter(([key]) => all || view.properties.includes(key));
  const history = issue.changelog.map((entry) => changelogJson(site, entry)).reverse();
  return {
    expand: "renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations",
    id: issue.id,
    self: issueUrl(site, issue),
    key: issue.key,
    ...(view.fields.length === 1 && view.fields[0] === "id" ? {} : { fields: shown }),
    ...(view.properties.length === 0 ? {} : { properties: Object.fromEntries(properties) }),
    ...(view.changelog
      ? { changelog: { startAt: 0, maxResults: history.length, total: history.length, histories: history } }
      : {}),
  };
}
