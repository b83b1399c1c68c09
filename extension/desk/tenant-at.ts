import { trackerOfOrigin } from "../trackers/hosts";
import { pages } from "../trackers/pages";
import { type Tenant, tenantOf } from "./tenant";

/** The tenant whose page has this address; null: it is no tracker's. */
export function tenantAt(url: URL): Tenant | null {
  const tracker = trackerOfOrigin(url.origin);
  if (tracker === null) return null;
  const workspace = pages[tracker].workspaceOf(url);
  return tenantOf(workspace === null ? url.origin : `${url.origin}/${workspace}`);
}
