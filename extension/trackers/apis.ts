import { jiraApi } from "../../shared/jira/api";
import type { TrackerApi } from "../../shared/tracker/tracker-api";
import type { TrackerId } from "./hosts";
import { linearApi } from "./linear/api";

/** How to ask and understand each tracker. */
export const apis: Record<TrackerId, TrackerApi> = { jira: jiraApi, linear: linearApi };
