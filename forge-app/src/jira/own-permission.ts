import { getAppContext } from "@forge/api";
import { signPermission } from "../../../shared/domain/app-permission";

/** How Jira names the permission that this app defines. */
export function ownPermission(): string {
  const { appAri, environmentAri } = getAppContext();
  return signPermission(appAri.appId, environmentAri.environmentId);
}
