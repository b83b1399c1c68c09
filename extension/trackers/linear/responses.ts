import type { WorkItem } from "../../../shared/domain/issue";
import { type Lane, lane } from "../../../shared/domain/lane";
import { readStatement } from "../../../shared/domain/markdown";
import { defaultPolicy, type Policy, readPolicy } from "../../../shared/domain/policy";
import { err, none, ok, type Reading, type Result } from "../../../shared/domain/result";
import { type Failure, type FailureKind, failure } from "../../../shared/tracker/failure";
import type { Parsed } from "../../../shared/tracker/tracker-api";
import { projectItem } from "./project-item";
import { errorsAnswer, type Issue, issue, issuesAnswer } from "./wire";

/** Reads an answer to `issuesQuery`. An issue of the wrong shape costs only that issue. */
export function readIssues(json: unknown): Result<Parsed, Failure> {
  const answer = issuesAnswer.safeParse(json);
  if (!answer.success) return err(failure("malformed"));
  const { issues, projects } = answer.data.data;
  const policy = policyOf(projects[0]?.documents[0]?.content);
  const inForce = policy.kind === "value" ? policy.value : defaultPolicy;
  const bets = new Map<string, WorkItem>();
  const parsed: Parsed = { items: [], malformed: [], policies: [{ scope: "workspace", policy }] };
  for (const raw of issues) {
    const one = issue.safeParse(raw);
    if (!one.success) {
      parsed.malformed.push(...identifiersOf(raw));
      continue;
    }
    const { project } = one.data;
    if (project && !bets.has(project.id)) bets.set(project.id, projectItem(project, inForce));
    parsed.items.push(issueItem(one.data));
  }
  parsed.items.push(...bets.values());
  return ok(parsed);
}

/**
 * Which failure the errors of a GraphQL answer mean, or null where it has none; `malformed`: none that we know.
 * The code of a rate limit is documented (2026-09), the types are those of @linear/sdk 98, the other codes inferred.
 */
export function failureIn(json: unknown): FailureKind | null {
  const answer = errorsAnswer.safeParse(json);
  if (!answer.success) return null;
  const names = new Set(answer.data.errors.flatMap(({ extensions: it }) => [it?.code, it?.type]));
  if (names.has("RATELIMITED") || names.has("ratelimited")) return "rate-limited";
  if (names.has("AUTHENTICATION_ERROR") || names.has("authentication error")) return "signed-out";
  return names.has("FORBIDDEN") || names.has("forbidden") ? "forbidden" : "malformed";
}

const policyOf = (content: string | null | undefined): Reading<Policy> =>
  content ? readPolicy(content) : none;

function issueItem(it: Issue): WorkItem {
  const own = it.documents[0]?.content;
  return {
    id: it.id,
    key: it.identifier,
    title: it.title,
    type: "Issue",
    isBet: false,
    // Sub-issues may lie outside any project; then they serve what their parent serves.
    parentId: it.project?.id ?? it.parent?.id ?? null,
    url: it.url,
    sheet: none,
    statement: own ? readStatement(own) : none,
    standingMirror: null,
    lane: laneOf(it),
  };
}

function laneOf({ labels }: Issue): Lane | null {
  const label = labels.find((it) => it.parent?.name.toLowerCase() === "lane");
  return lane.safeParse(label?.name.toLowerCase()).data ?? null;
}

function identifiersOf(raw: unknown): string[] {
  const named = issue.pick({ id: true, identifier: true }).partial().safeParse(raw);
  return named.success ? [named.data.id, named.data.identifier].filter((it) => it !== undefined) : [];
}
