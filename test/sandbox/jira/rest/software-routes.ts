import { ok, type Result } from "../../../../shared/domain/result";
import { compileJql, findByJql } from "../jql";
import type { JiraIssue } from "../records";
import type { Refusal } from "../refusal";
import type { JiraSite } from "../site";
import { openSprintOf } from "../sprints";
import { sprintJson } from "./board-json";
import { boardOf } from "./board-routes";
import { issueJson } from "./issue-json";
import { tokenPage } from "./page";
import { type ApiCall, answer, json, listParam, numberParam, type Route, refusal, refused } from "./route";
import { sprintOf } from "./sprint-routes";

const software = "/rest/software/1.0";
/** Stated for the backlog; taken for all. */
const mostPerPage = 5000;

type Belongs = (issue: JiraIssue) => boolean;

const ofBoard = (call: ApiCall): Result<Belongs, Refusal> => {
  const board = boardOf(call);
  return board.ok ? ok((issue) => issue.projectId === board.value.projectId) : board;
};

/** Unfinished issues below epic level that are in no active or future sprint. */
const ofBacklog = (call: ApiCall): Result<Belongs, Refusal> => {
  const onBoard = ofBoard(call);
  if (!onBoard.ok) return onBoard;
  return ok(
    (issue) =>
      onBoard.value(issue) &&
      issue.type.hierarchyLevel < 1 &&
      issue.status.category.key !== "done" &&
      openSprintOf(call.site, issue) === null,
  );
};

const ofSprint = (call: ApiCall): Result<Belongs, Refusal> => {
  const sprint = sprintOf(call);
  return sprint.ok ? ok((issue) => issue.sprintIds.includes(sprint.value.id)) : sprint;
};

const ofBoardAndSprint = (call: ApiCall): Result<Belongs, Refusal> => {
  const onBoard = ofBoard(call);
  const inSprint = ofSprint(call);
  if (!onBoard.ok || !inSprint.ok) return onBoard.ok ? inSprint : onBoard;
  return ok((issue) => onBoard.value(issue) && inSprint.value(issue));
};

/** Reading the issues of a board, its backlog or a sprint, by token; highest rank first. */
export const softwareRoutes: readonly Route[] = [
  ...issueRoutes("board/{boardId}/issue", ofBoard),
  ...issueRoutes("board/{boardId}/backlog", ofBacklog),
  ...issueRoutes("sprint/{sprintId}/issue", ofSprint),
  ...issueRoutes("board/{boardId}/sprint/{sprintId}/issue", ofBoardAndSprint),
];

function issueRoutes(path: string, scope: (call: ApiCall) => Result<Belongs, Refusal>): Route[] {
  const found = (call: ApiCall): Result<JiraIssue[], Refusal> => {
    const belongs = scope(call);
    if (!belongs.ok) return belongs;
    const jql = compileJql(call.url.searchParams.get("jql") ?? "", call, {
      bounded: false,
      order: (a, b) => a.rank - b.rank,
    });
    if (!jql.ok) return { ok: false, error: { status: 400, errorMessages: jql.error, errors: {} } };
    return ok(findByJql(jql.value, call).filter(belongs.value));
  };
  return [
    {
      method: "GET",
      path: `${software}/${path}`,
      answer(call) {
        const { site, url } = call;
        const issues = found(call);
        if (!issues.ok) return refusal(issues.error);
        const maxResults = Math.max(1, numberParam(url, "maxResults", 50, mostPerPage));
        const page = tokenPage(issues.value, url.searchParams.get("nextPageToken") ?? undefined, maxResults);
        if (page === null) return refused(400, "The next page token is invalid.");
        const { values, ...paging } = page;
        const wishes = listParam(url, "fields") ?? ["*navigable"];
        const changelog = listParam(url, "expand")?.includes("changelog") ?? false;
        return json(200, {
          ...paging,
          issues: values.map((issue) => softwareIssueJson(site, issue, wishes, changelog)),
        });
      },
    },
    {
      method: "GET",
      path: `${software}/${path}/approximate-count`,
      answer: (call) => answer(found(call), (issues) => json(200, { count: issues.length })),
    },
  ];
}

/** The platform's issue with the software fields sprint, closedSprints, flagged and epic. */
function softwareIssueJson(site: JiraSite, issue: JiraIssue, wishes: string[], changelog: boolean) {
  const shown = issueJson(site, issue, {
    fields: [...wishes, "-"],
    properties: [],
    changelog,
    apiVersion: 2,
  });
  const sprint = openSprintOf(site, issue);
  const closed = site.sprints.filter((it) => it.state === "closed" && issue.sprintIds.includes(it.id));
  const parent = site.issues.get(issue.parentId ?? "");
  const epic = parent?.type.hierarchyLevel === 1 ? parent : undefined;
  const extra: Record<string, unknown> = {
    sprint: sprint && sprintJson(site, sprint),
    closedSprints: closed.map((it) => sprintJson(site, it)),
    flagged: false,
    epic: epic
      ? {
          id: Number(epic.id),
          key: epic.key,
          self: `${site.baseUrl}/rest/agile/1.0/epic/${epic.id}`,
          name: epic.summary,
          summary: epic.summary,
          color: { key: "color_1" },
          done: epic.status.category.key === "done",
        }
      : null,
  };
  const everything = wishes.includes("*all") || wishes.includes("*navigable");
  const fields = Object.entries(extra).filter(([name]) => everything || wishes.includes(name));
  return { ...shown, fields: { ...(shown.fields as object | undefined), ...Object.fromEntries(fields) } };
}
