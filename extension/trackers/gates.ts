import type { TrackerGate } from "../../shared/tracker/sprint-entry";
import type { TrackerId } from "./hosts";
import { jiraGate } from "./jira/gate";
import { linearGate } from "./linear/gate";

/** How each tracker's requests are recognised and refused. */
export const gates: Record<TrackerId, TrackerGate> = { jira: jiraGate, linear: linearGate };
