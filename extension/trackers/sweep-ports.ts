import { jiraSweepPort } from "../../shared/jira/sweep-port";
import type { SweepPortFor, SweepScopeOf } from "../../shared/tracker/sweep-port";
import type { TrackerId } from "./hosts";
import { jiraSweepScope } from "./jira/sweep-scope";
import { linearSweepPort } from "./linear/sweep-port";

/** How each tracker's sprints are swept. */
export const sweepPorts: Record<TrackerId, SweepPortFor> = { jira: jiraSweepPort, linear: linearSweepPort };

/** Whose sprints the pages of each tracker may fill. */
export const sweepScopes: Record<TrackerId, SweepScopeOf> = {
  jira: jiraSweepScope,
  linear: () => "workspace",
};
