import { ok, type Result } from "../../../../shared/domain/result";
import { can } from "../permissions";
import type { JiraBoard, JiraSprint } from "../records";
import { type Refusal, refuse } from "../refusal";
import type { JiraSite } from "../site";
import { boardJson, configurationJson, sprintJson } from "./board-json";
import { offsetPage } from "./page";
import { type ApiCall, answer, json, listParam, numberParam, type Route, refused } from "./route";

const agile = "/rest/agile/1.0";

/** A board that this person may see. */
export function boardOf({ site, by, params }: ApiCall): Result<JiraBoard, Refusal> {
  const board = site.boards.find((it) => String(it.id) === params.boardId);
  if (board !== undefined && can(site, by, "BROWSE_PROJECTS")) return ok(board);
  return refuse(
    404,
    "Requested board cannot be viewed because it either does not exist or you do not have permission to view it.",
  );
}

/** Sprints that began on the board, and open ones that hold issues of its project. */
function sprintsOf(site: JiraSite, board: JiraBoard): JiraSprint[] {
  const held = new Set<number>();
  for (const issue of site.issues.values()) {
    if (issue.projectId === board.projectId) for (const id of issue.sprintIds) held.add(id);
  }
  return site.sprints.filter(
    (it) => it.originBoardId === board.id || (it.state !== "closed" && held.has(it.id)),
  );
}

/** Boards and their sprints. Reading issues has gone to the software API, see `software-routes.ts`. */
export const boardRoutes: readonly Route[] = [
  {
    method: "GET",
    path: `${agile}/board`,
    answer({ site, by, url }) {
      const wantedProject = url.searchParams.get("projectKeyOrId");
      const name = url.searchParams.get("name")?.toLowerCase() ?? "";
      const types = listParam(url, "type");
      const project = site.projects.find((it) => it.key === wantedProject || it.id === wantedProject);
      if (wantedProject !== null && (project === undefined || !can(site, by, "BROWSE_PROJECTS")))
        return refused(400, `No project could be found with key or id '${wantedProject}'.`);
      const boards = site.boards.filter(
        (it) =>
          can(site, by, "BROWSE_PROJECTS") &&
          (types === undefined || types.includes("scrum")) &&
          (project === undefined || it.projectId === project.id) &&
          it.name.toLowerCase().includes(name),
      );
      const page = offsetPage(boards, numberParam(url, "startAt", 0), numberParam(url, "maxResults", 50, 50));
      return json(200, { ...page, values: page.values.map((board) => boardJson(site, board)) });
    },
  },
  {
    method: "GET",
    path: `${agile}/board/{boardId}`,
    answer: (call) => answer(boardOf(call), (board) => json(200, boardJson(call.site, board))),
  },
  {
    method: "GET",
    path: `${agile}/board/{boardId}/configuration`,
    answer: (call) => answer(boardOf(call), (board) => json(200, configurationJson(call.site, board))),
  },
  {
    method: "GET",
    path: `${agile}/board/{boardId}/sprint`,
    answer: (call) =>
      answer(boardOf(call), (board) => {
        const { site, url } = call;
        const states = listParam(url, "state");
        const strange = states?.find((it) => !["active", "future", "closed"].includes(it));
        if (strange !== undefined) return refused(400, `Unknown sprint state '${strange}'.`);
        const sprints = sprintsOf(site, board).filter(
          (it) => states === undefined || states.includes(it.state),
        );
        const page = offsetPage(
          sprints,
          numberParam(url, "startAt", 0),
          numberParam(url, "maxResults", 50, 50),
        );
        return json(200, { ...page, values: page.values.map((sprint) => sprintJson(site, sprint)) });
      }),
  },
  ...[
    "board/{boardId}/issue",
    "board/{boardId}/backlog",
    "board/{boardId}/sprint/{sprintId}/issue",
    "sprint/{sprintId}/issue",
    "epic/{epicIdOrKey}/issue",
  ].map(
    (path): Route => ({
      method: "GET",
      path: `${agile}/${path}`,
      answer: () => refused(410, `This resource has been removed. Use /rest/software/1.0/${path} instead.`),
    }),
  ),
];
