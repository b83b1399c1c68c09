/**
 * Whether a name among a policy's roles is a permission that an app defines, by Jira's full name of it (docs 2026-01). To who does not
 * know of that it is a role that is not there, which lets nobody sign.
 */
export const isAppPermission = (role: string): boolean => role.startsWith("ari:cloud:ecosystem::extension/");

/** What Jira's permission schemes call the permission of the app, in every language. */
export const signPermissionName = "Sign off problem statements";

/** Jira's full name of that permission, which differs with the app's id and where it is deployed (docs 2026-01). */
export const signPermission = (app: string, environment: string): string =>
  `ari:cloud:ecosystem::extension/${app}/${environment}/static/sign-statements`;
