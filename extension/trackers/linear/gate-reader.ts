import { z } from "zod";
import { type BreakGlassEvidence, breakGlassIn } from "../../../shared/domain/break-glass";
import { defaultPolicy, type Policy } from "../../../shared/domain/policy";
import { err, ok } from "../../../shared/domain/result";
import { type Evidence, evidenceFrom } from "../../../shared/domain/statement-evidence";
import { writeFailure } from "../../../shared/outbox/outbox-sender";
import type { GateObject, GateReaderFor } from "../../../shared/tracker/gate-reader";
import { allPages } from "./all-pages";
import { filterOf, isId, linearApi, readLinearAnswer } from "./api";
import { askLinear, type Operation } from "./ask-linear";
import { readChosenCycles } from "./chosen-cycle";
import { textOf } from "./comment-evidence";
import { projectItem } from "./project-item";
import { gateProjectsQuery, gateQuery } from "./queries";
import { type Comment, comment, nodes, project } from "./wire";
import { issueComments } from "./write-queries";

const commentPage = z.object({ nodes: z.array(comment), pageInfo: z.object({ hasNextPage: z.boolean() }) });
const page = z.object({ comments: commentPage });
const rawProject = z.object({ id: z.string().min(1), statement: nodes(page) });
const rawIssue = z.object({
  id: z.string().min(1),
  cycle: z.object({ id: z.string() }).nullish(),
  comments: commentPage,
  documents: nodes(page),
  project: rawProject.nullish(),
});
const answerShape = z.object({ data: z.object({ issues: nodes(z.unknown()) }) });
const gateProjects = {
  query: gateProjectsQuery,
  data: z.object({ projects: nodes(z.unknown()) }),
} satisfies Operation<unknown>;

const glassIn = (comments: readonly Comment[]): BreakGlassEvidence[] =>
  comments.map(textOf).flatMap(({ text, facts }) => breakGlassIn(text, facts));

/** What the comments below a statement say; null: there are more than came along. Without a page there is nothing to sign. */
function evidenceOn(object: string, pages: readonly z.infer<typeof page>[]): Evidence | null {
  const [first] = pages;
  if (first === undefined) return evidenceFrom(object, []);
  const { nodes, pageInfo } = first.comments;
  return pageInfo.hasNextPage ? null : evidenceFrom(object, nodes.map(textOf));
}

/** A project that was read by itself: none where its shape is wrong. */
function betOf(raw: unknown, policy: Policy): GateObject[] {
  const [it, gated] = [project.safeParse(raw).data, rawProject.safeParse(raw).data];
  if (it === undefined || gated === undefined) return [];
  const item = projectItem(it, policy);
  return [{ item, sprints: [], evidence: evidenceOn(item.id, gated.statement), glass: [] }];
}

/** Fifty issues with their projects, comments and cycles in one query, projects without them in a second; the policy rides along. */
export const linearGateReader: GateReaderFor = (call, origin) => ({
  maxPerCall: 50,
  bringsPolicies: true,
  async readObjects(refs, _hints, signal) {
    const request = linearApi.itemsRequest(refs);
    const body = JSON.stringify({ query: gateQuery, variables: { filter: filterOf(refs) } });
    const answer = await call({ ...request, body }, signal);
    const parsed = linearApi.read(request, answer, origin);
    if (!parsed.ok) return err(writeFailure(parsed.error.kind, null, parsed.error.retryAfterMs));
    const json = readLinearAnswer(answer);
    const raw = answerShape.safeParse(json.ok ? json.value : null);
    if (!raw.success) return err(writeFailure("malformed", z.prettifyError(raw.error)));
    const issues = raw.data.data.issues.flatMap((it) => rawIssue.safeParse(it).data ?? []);
    const byId = new Map(issues.map((it) => [it.id, it]));
    const projects = new Map(issues.flatMap(({ project }) => (project ? [[project.id, project]] : [])));
    const objects = parsed.value.items.map((item): GateObject => {
      const project = projects.get(item.id);
      if (item.isBet)
        return {
          item,
          sprints: [],
          evidence: project ? evidenceOn(item.id, project.statement) : null,
          glass: [],
        };
      const issue = byId.get(item.id);
      if (issue === undefined) return { item, sprints: [], evidence: null, glass: null };
      const { cycle, comments, documents } = issue;
      return {
        item,
        sprints: cycle ? [cycle.id] : [],
        evidence: evidenceOn(item.id, documents),
        glass: comments.pageInfo.hasNextPage ? null : glassIn(comments.nodes),
      };
    });
    const { policies } = parsed.value;
    const found = new Set(objects.map(({ item }) => item.id));
    // A project comes along with its issues; one of which there is none among these is asked for by itself.
    const ids = refs.filter((it) => isId(it) && !found.has(it));
    if (ids.length === 0) return ok({ objects, policies });
    const bets = await askLinear(call, gateProjects, { ids }, signal);
    if (!bets.ok) return bets;
    const policy = policies.flatMap(({ policy: it }) => (it.kind === "value" ? it.value : []))[0];
    const read = bets.value.projects.flatMap((it) => betOf(it, policy ?? defaultPolicy));
    return ok({ objects: [...objects, ...read], policies });
  },
  async readGlass(object, signal) {
    const comments = await allPages(async (after) => {
      const read = await askLinear(call, issueComments, { issue: object, after }, signal);
      return read.ok ? ok(read.value.issue.comments) : read;
    });
    return comments.ok ? ok(glassIn(comments.value)) : comments;
  },
  readChosen: (moves, signal) => readChosenCycles(moves, call, signal),
  readSprintField: async () => ok(null),
});
