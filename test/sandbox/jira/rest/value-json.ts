import type { JiraIssueType, JiraPriority, JiraProject, JiraStatus, JiraUser } from "../records";
import type { JiraSite } from "../site";

/** Platform times as Jira writes them: `2026-11-21T09:00:00.000+0000`. */
export const jiraTime = (iso: string): string => iso.replace("Z", "+0000");

const avatars = (url: string) =>
  Object.fromEntries(
    ["48x48", "24x24", "16x16", "32x32"].map((size) => [size, `${url}?size=${size.slice(0, 2)}`]),
  );

export const userJson = (site: JiraSite, user: JiraUser) => ({
  self: `${site.baseUrl}/rest/api/3/user?accountId=${user.accountId}`,
  accountId: user.accountId,
  emailAddress: user.emailAddress,
  avatarUrls: avatars(`${site.baseUrl}/rest/api/3/universal_avatar/view/type/user/${user.personId}`),
  displayName: user.displayName,
  active: true,
  timeZone: "Etc/UTC",
  accountType: user.accountType,
});

export const issueTypeJson = (site: JiraSite, type: JiraIssueType) => ({
  self: `${site.baseUrl}/rest/api/3/issuetype/${type.id}`,
  id: type.id,
  description: "",
  iconUrl: `${site.baseUrl}/rest/api/2/universal_avatar/view/type/issuetype/avatar/${type.id}`,
  name: type.name,
  subtask: type.hierarchyLevel < 0,
  hierarchyLevel: type.hierarchyLevel,
});

export const categoryJson = (site: JiraSite, { category }: JiraStatus) => ({
  self: `${site.baseUrl}/rest/api/3/statuscategory/${category.id}`,
  ...category,
});

export const statusJson = (site: JiraSite, status: JiraStatus) => ({
  self: `${site.baseUrl}/rest/api/3/status/${status.id}`,
  description: "",
  iconUrl: `${site.baseUrl}/images/icons/statuses/generic.png`,
  name: status.name,
  id: status.id,
  statusCategory: categoryJson(site, status),
});

export const priorityJson = (site: JiraSite, priority: JiraPriority) => ({
  self: `${site.baseUrl}/rest/api/3/priority/${priority.id}`,
  iconUrl: `${site.baseUrl}/images/icons/priorities/${priority.name.toLowerCase()}_new.svg`,
  name: priority.name,
  id: priority.id,
});

export const projectRefJson = (site: JiraSite, project: JiraProject) => ({
  self: `${site.baseUrl}/rest/api/3/project/${project.id}`,
  id: project.id,
  key: project.key,
  name: project.name,
  projectTypeKey: "software",
  simplified: false,
  avatarUrls: avatars(`${site.baseUrl}/rest/api/3/universal_avatar/view/type/project/avatar/${project.id}`),
});
