import type { JiraIssue, JiraUser, Role } from "./records";
import type { JiraSite } from "./site";

/** The permissions that the sandbox knows, by Jira's built-in keys. */
export const permissions = {
  ADMINISTER: { id: "0", name: "Administer Jira", type: "GLOBAL" },
  BROWSE_PROJECTS: { id: "10", name: "Browse Projects", type: "PROJECT" },
  CREATE_ISSUES: { id: "11", name: "Create Issues", type: "PROJECT" },
  EDIT_ISSUES: { id: "12", name: "Edit Issues", type: "PROJECT" },
  ASSIGN_ISSUES: { id: "13", name: "Assign Issues", type: "PROJECT" },
  ADD_COMMENTS: { id: "15", name: "Add Comments", type: "PROJECT" },
  ADMINISTER_PROJECTS: { id: "23", name: "Administer Projects", type: "PROJECT" },
  MOVE_ISSUES: { id: "25", name: "Move Issues", type: "PROJECT" },
  SCHEDULE_ISSUES: { id: "28", name: "Schedule Issues", type: "PROJECT" },
  EDIT_ALL_COMMENTS: { id: "34", name: "Edit All Comments", type: "PROJECT" },
  DELETE_ALL_COMMENTS: { id: "36", name: "Delete All Comments", type: "PROJECT" },
  EDIT_OWN_COMMENTS: { id: "37", name: "Edit Own Comments", type: "PROJECT" },
  DELETE_OWN_COMMENTS: { id: "38", name: "Delete Own Comments", type: "PROJECT" },
  TRANSITION_ISSUES: { id: "46", name: "Transition Issues", type: "PROJECT" },
  MANAGE_SPRINTS_PERMISSION: { id: "-1", name: "Manage Sprints", type: "PROJECT" },
} as const;
export type Permission = keyof typeof permissions;

export const isPermission = (key: string): key is Permission => Object.hasOwn(permissions, key);

const member: Permission[] = [
  "BROWSE_PROJECTS",
  "CREATE_ISSUES",
  "EDIT_ISSUES",
  "ASSIGN_ISSUES",
  "SCHEDULE_ISSUES",
  "TRANSITION_ISSUES",
  "MANAGE_SPRINTS_PERMISSION",
  "ADD_COMMENTS",
  "EDIT_OWN_COMMENTS",
  "DELETE_OWN_COMMENTS",
];

/** What each role may do on a new site; tests change the sets to take a permission away. */
export function defaultGrants(): Record<Role, Set<Permission>> {
  return {
    admin: new Set(Object.keys(permissions).filter(isPermission)),
    member: new Set(member),
    signer: new Set(member),
    stranger: new Set(),
  };
}

/** Whether this person holds the permission; the roles are the same in every project of the site. */
export const can = (site: JiraSite, user: JiraUser, permission: Permission): boolean =>
  site.grants[user.role].has(permission);

/** Browse permission together with issue-level security. */
export const canSee = (site: JiraSite, user: JiraUser, issue: JiraIssue): boolean =>
  can(site, user, "BROWSE_PROJECTS") && (issue.visibleTo === null || issue.visibleTo.includes(user.role));
