import { z } from "zod";
import type { Result } from "../../../../shared/domain/result";
import { getIssue } from "../get-issue";
import { rankIssues } from "../rank";
import type { JiraIssue } from "../records";
import type { Refusal } from "../refusal";
import { mostIssuesPerMove, moveToBacklog, moveToSprint, noOwnSprint } from "../sprints";
import { boardOf } from "./board-routes";
import { type ApiCall, answer, json, noContent, type Route, readBody, refusal, refused } from "./route";

const agile = "/rest/agile/1.0";
const ranking = z.object({
  issues: z.array(z.string()),
  rankBeforeIssue: z.string().optional(),
  rankAfterIssue: z.string().optional(),
  rankCustomFieldId: z.number().optional(),
});
/** Moving issues into a sprint and to the backlog, and ranking them. */
export const moveRoutes: readonly Route[] = [
  {
    method: "POST",
    path: `${agile}/sprint/{sprintId}/issue`,
    async answer(call) {
      const wanted = await readBody(call, ranking);
      const moved = wanted.ok
        ? moveToSprint(call.site, call.by, wanted.value.issues, Number(call.params.sprintId), {
            before: wanted.value.rankBeforeIssue,
            after: wanted.value.rankAfterIssue,
          })
        : wanted;
      return answer(moved, noContent);
    },
  },
  {
    method: "POST",
    path: `${agile}/backlog/issue`,
    async answer(call) {
      const wanted = await readBody(call, ranking);
      const moved = wanted.ok ? moveToBacklog(call.site, call.by, wanted.value.issues) : wanted;
      return answer(moved, noContent);
    },
  },
  {
    method: "POST",
    path: `${agile}/backlog/{boardId}/issue`,
    async answer(call) {
      const board = boardOf(call);
      const wanted = board.ok ? await readBody(call, ranking) : board;
      if (!board.ok || !wanted.ok) return answer(wanted, noContent);
      const { issues, rankBeforeIssue: before, rankAfterIssue: after } = wanted.value;
      const obstacle = (issue: JiraIssue) =>
        issue.projectId === board.value.projectId ? noOwnSprint(issue) : `${issue.key} is not on this board.`;
      return partly(call, issues, obstacle, (movable) =>
        moveToBacklog(call.site, call.by, movable, { before, after }),
      );
    },
  },
  {
    method: "PUT",
    path: `${agile}/issue/rank`,
    async answer(call) {
      const wanted = await readBody(call, ranking);
      if (!wanted.ok) return refusal(wanted.error);
      const { issues, rankBeforeIssue: before, rankAfterIssue: after } = wanted.value;
      return partly(
        call,
        issues,
        () => null,
        (rankable) => rankIssues(call.site, call.by, rankable, { before, after }),
      );
    },
  },
];

/** Does what can be done; 204 when that is all of it, else 207 with an entry for each issue. */
function partly(
  { site, by }: ApiCall,
  idsOrKeys: readonly string[],
  obstacleFor: (issue: JiraIssue) => string | null,
  act: (idsOrKeys: string[]) => Result<JiraIssue[], Refusal>,
): Response {
  if (idsOrKeys.length > mostIssuesPerMove)
    return refused(400, `The maximum number of issues in one operation is ${mostIssuesPerMove}.`);
  const entries = idsOrKeys.map((idOrKey) => {
    const issue = getIssue(site, by, idOrKey);
    if (!issue.ok) return { idOrKey, status: 404, errors: issue.error.errorMessages };
    const obstacle = obstacleFor(issue.value);
    const { id, key } = issue.value;
    return {
      idOrKey,
      id,
      key,
      ...(obstacle === null ? { status: 200 } : { status: 400, errors: [obstacle] }),
    };
  });
  const fine = entries.filter((it) => it.status === 200).map((it) => it.idOrKey);
  const done = act(fine);
  if (!done.ok) return refusal(done.error);
  if (fine.length === entries.length) return noContent();
  return json(207, {
    entries: entries.map(({ idOrKey, ...entry }) => ({
      ...("id" in entry ? { issueId: Number(entry.id), issueKey: entry.key } : { issueKey: idOrKey }),
      status: entry.status,
      ...("errors" in entry ? { errors: entry.errors } : {}),
    })),
  });
}
