import { fields, rankField } from "../fields";
import type { BacklogData, BoardData } from "../pages/wire";
import { canSee } from "../permissions";
import type { JiraBoard, JiraIssue, JiraSprint, JiraUser } from "../records";
import type { JiraSite } from "../site";
import { statuses } from "../workflow";
import { wireIssuesFor, wireSprint, wireStatus } from "./wire-issue";

const workflow = Object.values(statuses);
const rankCustomFieldId = fields.find((field) => field.id === rankField)?.schema?.customId ?? 0;

function issuesOf(site: JiraSite, board: JiraBoard, user: JiraUser): JiraIssue[] {
  return site.ranked().filter((issue) => issue.projectId === board.projectId && canSee(site, user, issue));
}

/** A board's own sprints and those of other boards that hold one of its issues, as a backlog lists them. */
function sprintsOf(site: JiraSite, board: JiraBoard, issues: readonly JiraIssue[]): JiraSprint[] {
  const held = new Set(issues.flatMap((issue) => issue.sprintIds));
  return site.sprints.filter(
    (sprint) => sprint.state !== "closed" && (sprint.originBoardId === board.id || held.has(sprint.id)),
  );
}

/** The backlog's answer: level 0 issues by rank; what is done shows only inside an open sprint. */
export function backlogDataOf(site: JiraSite, board: JiraBoard, user: JiraUser): BacklogData {
  const all = issuesOf(site, board, user).filter((issue) => issue.type.hierarchyLevel === 0);
  const sprints = sprintsOf(site, board, all);
  const open = new Set(sprints.map((sprint) => sprint.id));
  const issues = all.filter(
    (issue) => issue.status.category.key !== "done" || issue.sprintIds.some((id) => open.has(id)),
  );
  return {
    issues: issues.map(wireIssuesFor(site, user)),
    sprints: [
      ...sprints.filter((it) => it.state === "active"),
      ...sprints.filter((it) => it.state === "future"),
    ].map(wireSprint),
    statuses: workflow.map(wireStatus),
    rankCustomFieldId,
  };
}

/** The board's answer: issues and sub-tasks of the active sprints, by rank, one column for each status. */
export function boardDataOf(site: JiraSite, board: JiraBoard, user: JiraUser): BoardData {
  const all = issuesOf(site, board, user).filter((issue) => issue.type.hierarchyLevel <= 0);
  const sprints = sprintsOf(site, board, all).filter((sprint) => sprint.state === "active");
  const active = new Set(sprints.map((sprint) => sprint.id));
  return {
    columnsData: {
      columns: workflow.map(({ id, name }, index) => ({ id: String(index + 1), name, statusIds: [id] })),
    },
    issuesData: {
      issues: all
        .filter((issue) => issue.sprintIds.some((id) => active.has(id)))
        .map(wireIssuesFor(site, user)),
    },
    sprintsData: { sprints: sprints.map(wireSprint) },
    statuses: workflow.map(wireStatus),
    rankCustomFieldId,
  };
}
