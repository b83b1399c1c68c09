import { getAppContext } from "@forge/api";

/** The module's key in the manifest. */
const key = "sign-statements";

/** How Jira names the permission that this app defines, which differs with the app's id and its environment (docs 2026-01). */
export function ownPermission(): string {
  const { appAri, environmentAri } = getAppContext();
  return `ari:cloud:ecosystem::extension/${appAri.appId}/${environmentAri.environmentId}/static/${key}`;
}
