import { can, isPermission } from "../permissions";
import { getProject } from "../properties";
import type { JiraRole } from "../records";
import type { JiraSite } from "../site";
import { offsetPage } from "./page";
import { type ApiCall, answer, json, numberParam, type Route, refused } from "./route";
import { userJson } from "./value-json";

const roleUrl = ({ site, params }: ApiCall, { id }: JiraRole) =>
  `${site.baseUrl}/rest/api/3/project/${params.projectIdOrKey}/role/${id}`;

const actorsOf = (site: JiraSite, role: JiraRole) => [
  ...role.users.map((user, at) => ({
    id: role.id * 100 + at,
    displayName: user.displayName,
    type: "atlassian-user-role-actor",
    actorUser: { accountId: user.accountId },
  })),
  ...role.groups.map(({ name, groupId }, at) => ({
    id: role.id * 100 + 50 + at,
    displayName: name,
    type: "atlassian-group-role-actor",
    avatarUrl: `${site.baseUrl}/secure/useravatar?avatarId=${groupId}`,
    actorGroup: { name, displayName: name, groupId },
  })),
];

/** Documented: users after so many are never found. */
const mostSearched = 1_000;

/** Holders of permissions, members of groups, for who may browse users, and of project roles, for who administers the project. */
export const peopleRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/rest/api/{apiVersion}/user/bulk",
    answer({ site, url }) {
      const ids = url.searchParams.getAll("accountId");
      if (ids.length === 0) return refused(400, "The 'accountId' query parameter is required.");
      // Whom the site does not know is left out.
      const found = site.users.filter((it) => ids.includes(it.accountId));
      const page = offsetPage(found, numberParam(url, "startAt", 0), numberParam(url, "maxResults", 10, 200));
      return json(200, { ...page, values: page.values.map((user) => userJson(site, user)) });
    },
  },
  {
    method: "GET",
    path: "/rest/api/{apiVersion}/user/assignable/search",
    answer({ site, by, url }) {
      const project = getProject(site, by, url.searchParams.get("project") ?? "");
      const words = (url.searchParams.get("query") ?? "").toLowerCase();
      // Everybody on this site can be assigned; what is sought is the beginning of a word of a name.
      const found = site.users.filter((it) =>
        it.displayName
          .toLowerCase()
          .split(" ")
          .some((word) => word.startsWith(words)),
      );
      const most = numberParam(url, "maxResults", 50, 1_000);
      return answer(project, () =>
        json(
          200,
          found.slice(0, most).map((user) => userJson(site, user)),
        ),
      );
    },
  },
  {
    method: "GET",
    path: "/rest/api/{apiVersion}/groups/picker",
    answer({ site, by, url }) {
      const [query, isLoose] = [url.searchParams.get("query") ?? "", url.searchParams.get("caseInsensitive")];
      const even = (text: string) => (isLoose === "true" ? text.toLowerCase() : text);
      // Without *Browse users and groups* only an exact name is found.
      const mayBrowse = can(site, by, "ADMINISTER");
      const found = site.groups
        .filter(({ name }) => (mayBrowse ? even(name).includes(even(query)) : name === query))
        .toSorted((a, b) => a.name.localeCompare(b.name));
      const shown = found.slice(0, numberParam(url, "maxResults", 20, 1_000));
      return json(200, {
        header: `Showing ${shown.length} of ${found.length} matching groups`,
        total: found.length,
        groups: shown.map(({ name, groupId }) => ({ name, groupId, html: name, labels: [] })),
      });
    },
  },
  {
    method: "GET",
    path: "/rest/api/{apiVersion}/user/permission/search",
    answer({ site, by, url }) {
      const project = getProject(site, by, url.searchParams.get("projectKey") ?? "");
      const [name, id] = [url.searchParams.get("query"), url.searchParams.get("accountId")];
      if (name === null && id === null) return refused(400, "Either 'query' or 'accountId' is required.");
      const keys = url.searchParams.get("permissions")?.split(",") ?? [];
      const unknown = keys.find((it) => !isPermission(it) && !site.appPermissions.has(it));
      if (keys.length === 0 || unknown !== undefined)
        return refused(400, `Unrecognized permission: ${unknown}`);
      return answer(project, () => {
        if (!can(site, by, "ADMINISTER_PROJECTS"))
          return refused(403, "You do not have permission to search for users by their permissions.");
        const start = numberParam(url, "startAt", 0);
        const end = Math.min(mostSearched, start + numberParam(url, "maxResults", 50, 1_000));
        // The range is of all users; those in it that hold the permission are given, which are fewer as a rule.
        const found = site.users
          .slice(start, end)
          .filter((it) => id === null || it.accountId === id)
          .filter((it) => it.displayName.toLowerCase().startsWith((name ?? "").toLowerCase()))
          .filter((it) =>
            keys.every((key) =>
              isPermission(key) ? can(site, it, key) : site.appPermissions.get(key)?.has(it),
            ),
          );
        return json(
          200,
          found.map((user) => userJson(site, user)),
        );
      });
    },
  },
  {
    method: "GET",
    path: "/rest/api/{apiVersion}/user/search",
    answer({ site, by, url }) {
      const words = (url.searchParams.get("query") ?? "").toLowerCase();
      // Who may not browse users finds nobody, which is no error (platform specification, 2026-05).
      const found = can(site, by, "ADMINISTER")
        ? site.users.filter((it) => it.displayName.toLowerCase().includes(words))
        : [];
      const page = found.slice(0, numberParam(url, "maxResults", 50, 1_000));
      return json(
        200,
        page.map((user) => userJson(site, user)),
      );
    },
  },
  {
    method: "GET",
    path: "/rest/api/{apiVersion}/group/member",
    answer({ site, by, url }) {
      // *Browse users and groups* is a global permission that this site gives to its administrators only.
      if (!can(site, by, "ADMINISTER")) return refused(403, "You do not have permission to browse users.");
      const [name, id] = [url.searchParams.get("groupname"), url.searchParams.get("groupId")];
      const group = site.groups.find((it) => (id === null ? it.name === name : it.groupId === id));
      if (group === undefined) return refused(404, `The group named '${name ?? id}' does not exist.`);
      const page = offsetPage(
        group.members,
        numberParam(url, "startAt", 0),
        numberParam(url, "maxResults", 50, 50),
      );
      return json(200, { ...page, values: page.values.map((user) => userJson(site, user)) });
    },
  },
  {
    method: "GET",
    path: "/rest/api/{apiVersion}/project/{projectIdOrKey}/role",
    answer(call) {
      const project = getProject(call.site, call.by, call.params.projectIdOrKey ?? "");
      return answer(project, () =>
        can(call.site, call.by, "ADMINISTER_PROJECTS")
          ? json(200, Object.fromEntries(call.site.roles.map((role) => [role.name, roleUrl(call, role)])))
          : refused(403, "You cannot edit the configuration of this project."),
      );
    },
  },
  {
    method: "GET",
    path: "/rest/api/{apiVersion}/project/{projectIdOrKey}/role/{id}",
    answer(call) {
      const { site, by, params } = call;
      return answer(getProject(site, by, params.projectIdOrKey ?? ""), () => {
        if (!can(site, by, "ADMINISTER_PROJECTS"))
          return refused(403, "You cannot edit the configuration of this project.");
        const role = site.roles.find(({ id }) => String(id) === params.id);
        if (role === undefined) return refused(404, `Can not retrieve a role with id ${params.id}.`);
        const { id, name } = role;
        return json(200, { self: roleUrl(call, role), id, name, actors: actorsOf(site, role) });
      });
    },
  },
];
