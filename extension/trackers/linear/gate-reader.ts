import { z } from "zod";
import { type BreakGlassEvidence, breakGlassIn } from "../../../shared/domain/break-glass";
import { err, ok } from "../../../shared/domain/result";
import { type Evidence, evidenceFrom } from "../../../shared/domain/statement-evidence";
import { writeFailure } from "../../../shared/outbox/outbox-sender";
import type { GateObject, GateReaderFor } from "../../../shared/tracker/gate-reader";
import { allPages } from "./all-pages";
import { filterOf, linearApi, readLinearAnswer } from "./api";
import { askLinear } from "./ask-linear";
import { readChosenCycles } from "./chosen-cycle";
import { textOf } from "./comment-evidence";
import { gateQuery } from "./queries";
import { type Comment, comment, nodes } from "./wire";
import { issueComments } from "./write-queries";

const commentPage = z.object({ nodes: z.array(comment), pageInfo: z.object({ hasNextPage: z.boolean() }) });
const page = z.object({ comments: commentPage });
const rawIssue = z.object({
  id: z.string().min(1),
  cycle: z.object({ id: z.string() }).nullish(),
  comments: commentPage,
  documents: nodes(page),
  project: z.object({ id: z.string(), statement: nodes(page) }).nullish(),
});
const answerShape = z.object({ data: z.object({ issues: nodes(z.unknown()) }) });

const glassIn = (comments: readonly Comment[]): BreakGlassEvidence[] =>
  comments.map(textOf).flatMap(({ text, facts }) => breakGlassIn(text, facts));

/** What the comments below a statement say; null: there are more than came along. Without a page there is nothing to sign. */
function evidenceOn(object: string, pages: readonly z.infer<typeof page>[]): Evidence | null {
  const [first] = pages;
  if (first === undefined) return evidenceFrom(object, []);
  const { nodes, pageInfo } = first.comments;
  return pageInfo.hasNextPage ? null : evidenceFrom(object, nodes.map(textOf));
}

/** Fifty issues with their projects, comments and cycles in one query; the policy rides along. */
export const linearGateReader: GateReaderFor = (call, origin) => ({
  maxPerCall: 50,
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
    return ok({ objects, policies: parsed.value.policies });
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
