import type { ApiRequest } from "../tracker/tracker-api";

const api = "/rest/api/3";
const issuePath = (issue: string) => `${api}/issue/${encodeURIComponent(issue)}`;
const propertyPath = (issue: string, key: string) =>
  `${issuePath(issue)}/properties/${encodeURIComponent(key)}`;

/** Properties of a project that Plumbline writes. */
export type ProjectProperty =
  | "plumbline.aims"
  | "plumbline.policy"
  | "plumbline.policy-default"
  | "plumbline.policy-history";

const projectPath = (project: string, key: ProjectProperty) =>
  `${api}/project/${encodeURIComponent(project)}/properties/${key}`;

const get = (path: string): ApiRequest => ({ method: "GET", path, body: null, asked: [] });
const sending = (method: ApiRequest["method"], path: string, body: unknown): ApiRequest => ({
  method,
  path,
  body: JSON.stringify(body),
  asked: [],
});

/** The calls to Jira's public REST API that writing needs (platform specification, 2026-05). */
export const requests = {
  people: (ids: readonly string[]) =>
    get(
      `${api}/user/bulk?maxResults=${ids.length}${ids.map((it) => `&accountId=${encodeURIComponent(it)}`).join("")}`,
    ),
  /** Whoever may see a project's tickets may ask this; a search of the whole site needs a right of its own. */
  assignable: (project: string, words: string) =>
    get(
      `${api}/user/assignable/search?project=${encodeURIComponent(project)}&query=${encodeURIComponent(words)}&maxResults=10`,
    ),
  groups: (words: string) =>
    get(`${api}/groups/picker?query=${encodeURIComponent(words)}&maxResults=10&caseInsensitive=true`),
  roles: (project: string) => get(`${api}/project/${encodeURIComponent(project)}/role`),
  myself: () => get(`${api}/myself`),
  /** The parent of an issue and all its properties. */
  issue: (issue: string) => get(`${issuePath(issue)}?fields=parent&properties=*all`),
  /** A few properties of many issues. */
  properties: (issues: readonly string[], keys: readonly string[]) =>
    sending("POST", `${api}/issue/bulkfetch`, {
      issueIdsOrKeys: issues,
      fields: ["parent"],
      properties: keys,
    }),
  property: (issue: string, key: string) => get(propertyPath(issue, key)),
  setProperty: (issue: string, key: string, value: unknown) =>
    sending("PUT", propertyPath(issue, key), value),
  deleteProperty: (issue: string, key: string): ApiRequest => ({
    ...get(propertyPath(issue, key)),
    method: "DELETE",
  }),
  setParent: (issue: string, parent: string | null) =>
    sending("PUT", issuePath(issue), {
      update: { parent: [{ set: parent === null ? { none: true } : { id: parent } }] },
    }),
  comments: (issue: string, startAt: number) =>
    get(`${issuePath(issue)}/comment?startAt=${startAt}&maxResults=100&orderBy=created`),
  /** Up to a thousand comments with their properties. */
  commentsById: (ids: readonly string[]) =>
    sending("POST", `${api}/comment/list?expand=properties`, { ids: ids.map(Number) }),
  addComment: (issue: string, body: unknown, properties: readonly { key: string; value: unknown }[]) =>
    sending("POST", `${issuePath(issue)}/comment`, { body, properties }),
  projectProperty: (project: string, key: ProjectProperty) => get(projectPath(project, key)),
  setProjectProperty: (project: string, key: ProjectProperty, value: unknown) =>
    sending("PUT", projectPath(project, key), value),
  /** Issues with what is read of each, in pages of at most a hundred. */
  search: (jql: string, properties: readonly string[], maxResults: number, nextPageToken: string | null) =>
    sending("POST", `${api}/search/jql`, {
      jql,
      fields: ["summary", "issuetype", "parent"],
      properties,
      maxResults,
      ...(nextPageToken !== null && { nextPageToken }),
    }),
  /** People of the whole site whose names fit; needs the right to browse users. */
  findUsers: (words: string) => get(`${api}/user/search?query=${encodeURIComponent(words)}&maxResults=10`),
  /** A hundred of the issues right below some others, with one of their properties. */
  children: (parents: readonly string[], property: string, nextPageToken: string | null) =>
    sending("POST", `${api}/search/jql`, {
      jql: `parent in (${parents.map(Number).join(", ")}) ORDER BY key ASC`,
      fields: ["summary", "parent"],
      properties: [property],
      maxResults: 100,
      ...(nextPageToken !== null && { nextPageToken }),
    }),
} as const;
