import type { GateScreen } from "../../shared/tracker/sprint-entry";
import type { TrackerId } from "./hosts";
import { jiraScreen } from "./jira/gate-screen";
import { linearScreen } from "./linear/gate-screen";

/** The first look at each tracker's requests. */
export const gateScreens: Record<TrackerId, GateScreen> = { jira: jiraScreen, linear: linearScreen };
