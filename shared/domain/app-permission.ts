/**
 * Whether a name among a policy's roles is a permission that an app defines, by Jira's full name of it (docs 2026-01). To who does not
 * know of that it is a role that is not there, which lets nobody sign.
 */
export const isAppPermission = (role: string): boolean => role.startsWith("ari:cloud:ecosystem::extension/");
