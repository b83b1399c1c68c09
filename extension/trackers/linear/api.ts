import { err, type Result } from "../../../shared/domain/result";
import { type Failure, failure } from "../../../shared/tracker/failure";
import { readAnswer } from "../../../shared/tracker/read-answer";
import type { ApiAnswer, TrackerApi } from "../../../shared/tracker/tracker-api";
import { issuesQuery } from "./queries";
import { failureIn, readIssues } from "./responses";

const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;

/** Whether a reference is an id and no identifier such as ATL-42. */
export const isId = (ref: string): boolean => uuid.test(ref);

/** What the filter of `issuesQuery` must say so that exactly these issues come back. */
export function filterOf(refs: readonly string[]): object {
  // What an empty alternative lets through is not documented.
  if (refs.length === 0) return { id: { in: [] } };
  const ids = refs.filter(isId);
  const byTeam = new Map<string, number[]>();
  for (const key of refs) {
    const found = /^(.+)-(\d+)$/.exec(key);
    if (isId(key) || found?.[1] === undefined) continue;
    byTeam.set(found[1], [...(byTeam.get(found[1]) ?? []), Number(found[2])]);
  }
  const teams = [...byTeam].map(([key, numbers]) => ({
    team: { key: { eq: key } },
    number: { in: numbers },
  }));
  return { or: ids.length > 0 ? [{ id: { in: ids } }, ...teams] : teams };
}

/** The JSON of an answer from Linear, which says what is wrong inside it, with whatever status. */
export function readLinearAnswer(answer: ApiAnswer): Result<unknown, Failure> {
  const inside = readAnswer({ ...answer, status: answer.status === 0 ? 0 : 200 });
  const wrong = inside.ok ? failureIn(inside.value) : null;
  if (wrong === "rate-limited") return readAnswer({ ...answer, status: 429 });
  if (wrong !== null && wrong !== "malformed") return err(failure(wrong));
  const json = readAnswer(answer);
  return json.ok && wrong !== null ? err(failure(wrong)) : json;
}

/** Linear's public GraphQL API, called by the background with the person's own key. */
export const linearApi: TrackerApi = {
  caller: "background",
  maxPerCall: 50,
  policyScopeOf: () => "workspace",
  comesAlong: (project) => project.isBet,
  itemsRequest: (refs) => ({
    method: "POST",
    path: "https://api.linear.app/graphql",
    body: JSON.stringify({ query: issuesQuery, variables: { filter: filterOf(refs) } }),
    asked: [...refs],
  }),
  policyRequest: () => null,
  read(_request, answer) {
    const json = readLinearAnswer(answer);
    return json.ok ? readIssues(json.value) : json;
  },
};
