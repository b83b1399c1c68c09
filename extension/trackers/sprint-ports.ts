import type { TrackerId } from "./hosts";
import { jiraSprintPort } from "./jira/sprint-port";
import { linearSprintPort } from "./linear/sprint-port";
import type { SprintPortFor } from "./sprint-port";

/** How to read and fill each tracker's sprints. */
export const sprintPorts: Record<TrackerId, SprintPortFor> = {
  jira: jiraSprintPort,
  linear: linearSprintPort,
};
