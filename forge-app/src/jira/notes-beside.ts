import { getAppContext } from "@forge/api";
import type { StandingMirror } from "../../../shared/domain/standing-mirror";
import { propertyKeys } from "../../../shared/jira/property-keys";
import { statusKey, statusLozenge } from "../../../shared/jira/status-lozenge";

/** The key of the issue panel in the manifest. */
const panel = "issue-panel";

/**
 * The properties to write beside an issue: where it stands, for searches and badges, and what Jira shows of that beside the app's
 * closed panel. Where no statement is asked for, the latter stays as it is.
 */
export function notesBeside(mirror: StandingMirror): Record<string, unknown> {
  const noted = { [propertyKeys.standing]: mirror };
  if (mirror.state === "exempt") return noted;
  return { ...noted, [statusKey(getAppContext().appAri.appId, panel)]: statusLozenge(mirror.state) };
}
