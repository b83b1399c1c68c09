import type { TimelineData } from "../pages/wire";
import { canSee } from "../permissions";
import type { JiraBoard, JiraUser } from "../records";
import type { JiraSite } from "../site";
import { wireIssuesFor, wireSprint } from "./wire-issue";

/** The timeline's answer: the project's epics and what may stand under them, by rank, and every sprint by its start. */
export function timelineDataOf(site: JiraSite, board: JiraBoard, user: JiraUser): TimelineData {
  const issues = site
    .ranked()
    .filter(
      (issue) =>
        issue.projectId === board.projectId &&
        (issue.type.hierarchyLevel === 0 || issue.type.hierarchyLevel === 1) &&
        canSee(site, user, issue),
    );
  const sprints = site.sprints.toSorted((one, other) =>
    (one.startDate ?? "9999").localeCompare(other.startDate ?? "9999"),
  );
  return { issues: issues.map(wireIssuesFor(site, user)), sprints: sprints.map(wireSprint) };
}
