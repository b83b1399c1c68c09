import type { TrackerId } from "./hosts";
import { jiraPage } from "./jira/page";
import { linearPage } from "./linear/page";
import type { TrackerPage } from "./tracker-page";

/** How to read each tracker's pages. */
export const pages: Record<TrackerId, TrackerPage> = { jira: jiraPage, linear: linearPage };
