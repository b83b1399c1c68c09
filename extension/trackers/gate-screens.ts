import type { TrackerId } from "./hosts";
import { jiraScreen } from "./jira/gate-screen";
import { linearScreen } from "./linear/gate-screen";
import type { GateScreen } from "./sprint-entry";

/** The first look at each tracker's requests. */
export const gateScreens: Record<TrackerId, GateScreen> = { jira: jiraScreen, linear: linearScreen };
