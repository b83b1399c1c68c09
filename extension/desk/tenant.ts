import type { Site } from "../../shared/desk/site";
import { apis } from "../trackers/apis";
import { type TrackerId, trackerOfOrigin } from "../trackers/hosts";

/** One tenant of one tracker, as the browser's address of it proves. */
export interface Tenant extends Site {
  tracker: TrackerId;
  workspace: string | null;
}

/** The tenant with this id, `https://host` or `https://host/workspace`; null: it is no tracker's. */
export function tenantOf(id: string): Tenant | null {
  if (!URL.canParse(id)) return null;
  const { origin, pathname } = new URL(id);
  const tracker = trackerOfOrigin(origin);
  const workspace = pathname.slice(1) || null;
  return tracker === null ? null : { id, origin, workspace, tracker, api: apis[tracker] };
}
