import { z } from "zod";
import { persistedQuery } from "./persisted-query";
import { request } from "./request";
import {
  type BacklogData,
  type BoardData,
  backlogData,
  boardData,
  type IssueView,
  issueView,
  type Navigation,
  navigation,
  type SprintOptions,
  type SprintRank,
  sprintOptions,
  type TimelineData,
  timelineData,
} from "./wire";

/** Everything that the pages ask of the site. Paths are those of reference 2.1 and 2.2. */

export const fetchBacklog = (boardId: number, signal: AbortSignal): Promise<BacklogData> =>
  request(
    backlogData,
    `/rest/greenhopper/1.0/xboard/plan/v2/backlog/data?forceConsistency=true&operation=fetchBacklogData&rapidViewId=${boardId}`,
    { signal },
  );

export const fetchBoard = (boardId: number, signal: AbortSignal): Promise<BoardData> =>
  request(boardData, `/rest/greenhopper/1.0/xboard/work/allData.json?rapidViewId=${boardId}`, { signal });

export const fetchNavigation = (signal: AbortSignal): Promise<Navigation> =>
  persistedQuery("navigationQuery", {}, navigation, signal);

/** Null: no such issue, or none that this person may see. */
export const fetchIssueView = async (key: string, signal: AbortSignal): Promise<IssueView | null> =>
  (await persistedQuery("issueViewQuery", { issueKey: key }, issueView, signal)).issue;

export const fetchTimeline = (boardId: number, signal: AbortSignal): Promise<TimelineData> =>
  persistedQuery("timelineQuery", { boardId }, timelineData, signal);

export const rankInSprint = (body: SprintRank): Promise<unknown> =>
  request(z.unknown(), "/rest/greenhopper/1.0/sprint/rank", { method: "PUT", body });

export const fetchSprintOptions = (signal: AbortSignal): Promise<SprintOptions> =>
  persistedQuery("sprintFieldOptionsQuery", {}, sprintOptions, signal);

/** How today's front end names things in what it sends (reference 2.2): `ari:cloud:jira:<cloudId>:issue/<id>`. */
const ari = (kind: "issue" | "sprint", id: string | number): string => {
  const cloudId = document.querySelector<HTMLMetaElement>('meta[name="ajs-cloud-id"]')?.content;
  return `ari:cloud:jira:${cloudId}:${kind}/${id}`;
};

/** The Sprint field of the issue view: a persisted mutation, whose variables name all that it does (inferred). */
export const saveSprint = (issueId: string, sprintId: number | null): Promise<unknown> => {
  const input = {
    issueId: ari("issue", issueId),
    sprintId: sprintId === null ? null : ari("sprint", sprintId),
  };
  return persistedQuery("issueFieldSprint_updateSprintMutation", { input }, z.unknown());
};

/** The Sprint cell of the navigator. What the real one sends is not known; this is an internal endpoint that nobody documents. */
export const saveSprintCell = (issueId: string, fieldId: number, sprintId: number | null): Promise<unknown> =>
  request(z.unknown(), "/rest/internal/2/native-issue-table/cell", {
    method: "POST",
    body: { row: Number(issueId), column: fieldId, value: sprintId === null ? [] : [sprintId] },
  });

/** What the real button sends is not known; this is the public call (reference 2.2). */
export const startSprint = (sprintId: number, startDate: Date, endDate: Date): Promise<unknown> =>
  request(z.unknown(), `/rest/agile/1.0/sprint/${sprintId}`, {
    method: "PUT",
    body: { state: "active", startDate: startDate.toISOString(), endDate: endDate.toISOString() },
  });

export const transitionIssue = (issueKey: string, toStatusId: string): Promise<unknown> =>
  persistedQuery("boardCardTransitionMutation", { input: { issueKey, toStatusId } }, z.unknown());

export const createIssue = (projectKey: string, summary: string): Promise<{ key: string }> =>
  request(z.object({ key: z.string() }), "/rest/api/3/issue", {
    method: "POST",
    body: { fields: { project: { key: projectKey }, issuetype: { name: "Task" }, summary } },
  });

export const addComment = (key: string, text: string): Promise<unknown> =>
  request(z.unknown(), `/rest/api/3/issue/${key}/comment`, {
    method: "POST",
    body: {
      body: {
        type: "doc",
        version: 1,
        content: [{ type: "paragraph", content: [{ type: "text", text }] }],
      },
    },
  });
