import { z } from "zod";
import { fieldsOf } from "../fields";
import { getIssue } from "../get-issue";
import { can, canSee, isPermission, type Permission, permissions } from "../permissions";
import { getProject } from "../properties";
import type { JiraProject } from "../records";
import type { JiraSite } from "../site";
import { offsetPage } from "./page";
import { answer, json, listParam, numberParam, type Route, readBody, refusal, refused } from "./route";
import { issueTypeJson, projectRefJson, userJson } from "./value-json";

const projectPermissions = z.object({
  issues: z.array(z.number()).optional(),
  projects: z.array(z.number()).optional(),
  permissions: z.array(z.string()),
});
const permissionCheck = z.object({
  accountId: z.string().optional(),
  globalPermissions: z.array(z.string()).optional(),
  projectPermissions: z.array(projectPermissions).optional(),
});

const projectJson = (site: JiraSite, project: JiraProject) => {
  const lead = site.users.find((user) => user.accountId === project.leadAccountId);
  return {
    expand: "description,lead,issueTypes,url,projectKeys,permissions,insight",
    ...projectRefJson(site, project),
    description: "",
    ...(lead === undefined ? {} : { lead: userJson(site, lead) }),
    components: [],
    issueTypes: [...site.issueTypes.values()].map((type) => issueTypeJson(site, type)),
    assigneeType: "UNASSIGNED",
    versions: [],
    roles: {},
    style: "classic",
    isPrivate: false,
  };
};

/** What belongs to the site and its projects: fields, people, permissions, projects. */
export const siteRoutes: readonly Route[] = [
  { method: "GET", path: "/rest/api/{apiVersion}/field", answer: ({ site }) => json(200, fieldsOf(site)) },
  {
    method: "GET",
    path: "/rest/api/{apiVersion}/myself",
    answer: ({ site, by }) =>
      json(200, { ...userJson(site, by), locale: "en_GB", expand: "groups,applicationRoles" }),
  },
  {
    method: "GET",
    path: "/rest/api/{apiVersion}/mypermissions",
    answer({ site, by, url }) {
      const asked = listParam(url, "permissions") ?? [];
      if (asked.length === 0) return refused(400, "The 'permissions' query parameter is required.");
      const unknown = asked.find((key) => !isPermission(key) && !site.appPermissions.has(key));
      if (unknown !== undefined) return refused(400, `Unrecognized permission: ${unknown}`);
      const issueName = url.searchParams.get("issueKey") ?? url.searchParams.get("issueId");
      const issue = issueName === null ? null : getIssue(site, by, issueName);
      if (issue !== null && !issue.ok) return refusal(issue.error);
      const projectName = url.searchParams.get("projectKey") ?? url.searchParams.get("projectId");
      const project = projectName === null ? null : getProject(site, by, projectName);
      if (project !== null && !project.ok) return refusal(project.error);
      const held = asked.filter(isPermission).map((key) => {
        const description = `Ability to: ${permissions[key].name.toLowerCase()}.`;
        return [key, { ...permissions[key], key, description, havePermission: can(site, by, key) }];
      });
      const ofApps = [...site.appPermissions]
        .filter(([key]) => asked.includes(key))
        .map(([key, holders]) => [key, { id: key, key, type: "PROJECT", havePermission: holders.has(by) }]);
      return json(200, { permissions: Object.fromEntries([...held, ...ofApps]) });
    },
  },
  {
    method: "POST",
    path: "/rest/api/{apiVersion}/permissions/check",
    async answer(call) {
      const { site, by } = call;
      const wanted = await readBody(call, permissionCheck);
      return answer(wanted, ({ accountId, globalPermissions = [], projectPermissions = [] }) => {
        const who = accountId === undefined ? by : site.users.find((user) => user.accountId === accountId);
        if (who !== by && !can(site, by, "ADMINISTER"))
          return refused(403, "Only administrators may check the permissions of others.");
        if (who === undefined) return refused(400, "The user does not exist.");
        const asked = [...globalPermissions, ...projectPermissions.flatMap((it) => it.permissions)];
        const unknown = asked.filter((key) => !isPermission(key));
        if (unknown.length > 0) return refused(400, `Unrecognized permissions: ${unknown.join(", ")}`);
        const seen = (id: number) => {
          const issue = site.issues.get(String(id));
          return issue !== undefined && canSee(site, who, issue);
        };
        const grants = new Map<Permission, { issues: Set<number>; projects: Set<number> }>();
        for (const { issues = [], projects = [], permissions: keys } of projectPermissions) {
          for (const key of keys.filter(isPermission)) {
            const grant = grants.get(key) ?? { issues: new Set(), projects: new Set() };
            grants.set(key, grant);
            if (!can(site, who, key)) continue;
            for (const id of issues.filter(seen)) grant.issues.add(id);
            for (const id of projects)
              if (site.projects.some((it) => it.id === String(id))) grant.projects.add(id);
          }
        }
        return json(200, {
          globalPermissions: globalPermissions.filter(isPermission).filter((key) => can(site, who, key)),
          projectPermissions: [...grants].map(([permission, { issues, projects }]) => ({
            permission,
            issues: [...issues],
            projects: [...projects],
          })),
        });
      });
    },
  },
  {
    method: "GET",
    path: "/rest/api/{apiVersion}/project/search",
    answer({ site, by, url }) {
      const keys = listParam(url, "keys");
      const query = url.searchParams.get("query")?.toLowerCase() ?? "";
      const found = site.projects.filter(
        (it) =>
          can(site, by, "BROWSE_PROJECTS") &&
          (keys === undefined || keys.includes(it.key)) &&
          `${it.key} ${it.name}`.toLowerCase().includes(query),
      );
      const page = offsetPage(found, numberParam(url, "startAt", 0), numberParam(url, "maxResults", 50, 100));
      return json(200, {
        self: `${site.baseUrl}/rest/api/3/project/search`,
        ...page,
        values: page.values.map((project) => projectRefJson(site, project)),
      });
    },
  },
  {
    method: "GET",
    path: "/rest/api/{apiVersion}/issuetype",
    answer: ({ site }) =>
      json(
        200,
        [...site.issueTypes.values()].map((type) => issueTypeJson(site, type)),
      ),
  },
  {
    method: "GET",
    path: "/rest/api/{apiVersion}/project/{projectIdOrKey}",
    answer: ({ site, by, params, url }) =>
      answer(getProject(site, by, params.projectIdOrKey ?? ""), (project) => {
        const wanted = listParam(url, "properties") ?? [];
        const properties = [...project.properties].filter(
          ([key]) => wanted.includes("*all") || wanted.includes(key),
        );
        return json(200, { ...projectJson(site, project), properties: Object.fromEntries(properties) });
      }),
  },
];
