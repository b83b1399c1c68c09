import type { TrackerId } from "./hosts";
import { jiraSprintHeaders } from "./jira/sprint-headers";

/** Finds the headers of sprints in a page, by the sprint's id. */
export type SprintHeaders = (document: Document) => Map<string, Element>;

/** Where each tracker shows its sprints; null: no mark of such a header is publicly known (reference 2026-11). */
export const sprintHeaders: Record<TrackerId, SprintHeaders | null> = {
  jira: jiraSprintHeaders,
  linear: null,
};
