import type { TrackerId } from "./hosts";
import { jiraApi } from "./jira/api";
import { linearApi } from "./linear/api";
import type { TrackerApi } from "./tracker-api";

/** How to ask and understand each tracker. */
export const apis: Record<TrackerId, TrackerApi> = { jira: jiraApi, linear: linearApi };
