import { jiraSprintPort } from "../../shared/jira/sprint-port";
import type { SprintPortFor } from "../../shared/tracker/sprint-port";
import type { TrackerId } from "./hosts";
import { linearSprintPort } from "./linear/sprint-port";

/** How to read and fill each tracker's sprints. */
export const sprintPorts: Record<TrackerId, SprintPortFor> = {
  jira: jiraSprintPort,
  linear: linearSprintPort,
};
