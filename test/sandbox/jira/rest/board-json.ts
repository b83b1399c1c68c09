import { pointsField, rankField } from "../fields";
import type { JiraBoard, JiraSprint } from "../records";
import type { JiraSite } from "../site";
import { statuses } from "../workflow";

const agile = "/rest/agile/1.0";

/** A board as the agile endpoints show it. */
export const boardJson = (site: JiraSite, board: JiraBoard) => {
  const project = site.projects.find((it) => it.id === board.projectId);
  return {
    id: board.id,
    self: `${site.baseUrl}${agile}/board/${board.id}`,
    name: board.name,
    type: "scrum",
    ...(project === undefined
      ? {}
      : {
          location: {
            projectId: Number(project.id),
            displayName: `${project.name} (${project.key})`,
            projectName: project.name,
            projectKey: project.key,
            projectTypeKey: "software",
            avatarURI: `${site.baseUrl}/rest/api/2/universal_avatar/view/type/project/avatar/${project.id}?size=small`,
            name: `${project.name} (${project.key})`,
          },
        }),
    isPrivate: false,
  };
};

/** A sprint as the agile endpoints show it; times it does not have are absent. */
export const sprintJson = (site: JiraSite, sprint: JiraSprint) => ({
  id: sprint.id,
  self: `${site.baseUrl}${agile}/sprint/${sprint.id}`,
  state: sprint.state,
  name: sprint.name,
  ...(sprint.startDate === null ? {} : { startDate: sprint.startDate }),
  ...(sprint.endDate === null ? {} : { endDate: sprint.endDate }),
  ...(sprint.completeDate === null ? {} : { completeDate: sprint.completeDate }),
  createdDate: sprint.createdDate,
  originBoardId: sprint.originBoardId,
  goal: sprint.goal,
});

/** Columns, filter, rank and estimation field of a board. */
export const configurationJson = (site: JiraSite, board: JiraBoard) => {
  const project = site.projects.find((it) => it.id === board.projectId);
  return {
    id: board.id,
    name: board.name,
    type: "scrum",
    self: `${site.baseUrl}${agile}/board/${board.id}/configuration`,
    location: {
      type: "project",
      key: project?.key,
      id: board.projectId,
      self: `${site.baseUrl}/rest/api/2/project/${board.projectId}`,
      name: project?.name,
    },
    filter: { id: String(10_000 + board.id), self: `${site.baseUrl}/rest/api/2/filter/${10_000 + board.id}` },
    columnConfig: {
      columns: Object.values(statuses).map(({ id, name }) => ({
        name,
        statuses: [{ id, self: `${site.baseUrl}/rest/api/2/status/${id}` }],
      })),
      constraintType: "none",
    },
    estimation: { type: "field", field: { fieldId: pointsField, displayName: "Story point estimate" } },
    ranking: { rankCustomFieldId: Number(rankField.slice("customfield_".length)) },
  };
};
