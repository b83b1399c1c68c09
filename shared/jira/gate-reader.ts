import { z } from "zod";
import { type BreakGlassEvidence, breakGlassIn } from "../domain/break-glass";
import { err, ok } from "../domain/result";
import { evidenceFrom } from "../domain/statement-evidence";
import { writeFailure } from "../outbox/outbox-sender";
import type { GateReaderFor } from "../tracker/gate-reader";
import { jiraApi } from "./api";
import { type Comment, commentPage, textOf } from "./comment";
import { propertyKeys } from "./property-keys";
import { readCommentsOf } from "./read-comments-of";
import { readJson } from "./write-answer";

const sprint = z.object({ id: z.number(), state: z.string() });
const rawIssue = z.object({ id: z.string().min(1), fields: z.record(z.string(), z.unknown()).default({}) });
const bulk = z.object({ issues: z.array(z.unknown()) });
const field = z.object({ id: z.string(), schema: z.object({ custom: z.string().nullish() }).nullish() });
/** What Jira calls the Sprint field's kind on every site (reference 2.2; its id differs). */
const sprintKind = "com.pyxis.greenhopper.jira:gh-sprint";

const glassIn = (comments: readonly Comment[]): BreakGlassEvidence[] =>
  comments.flatMap(textOf).flatMap(({ text, facts }) => breakGlassIn(text, facts));

const issueType = z.object({ id: z.string(), name: z.string() });
/** The names of a site's issue types by their ids, by its origin: one call tells all, and is made again for an id that is new. */
const typesAt = new Map<string, ReadonlyMap<string, string>>();

/** Issues with their comments and sprints in one `bulkfetch`, as people see them. */
export const jiraGateReader: GateReaderFor = (call, origin) => ({
  maxPerCall: 100,
  async readObjects(refs, { sprintField }, signal) {
    const request = jiraApi.itemsRequest(refs);
    const fields = ["summary", "issuetype", "parent", "comment", ...(sprintField ? [sprintField] : [])];
    const properties = Object.values(propertyKeys);
    const body = JSON.stringify({ issueIdsOrKeys: refs, fields, properties });
    const answer = await call({ ...request, body }, signal);
    const parsed = jiraApi.read(request, answer, origin);
    if (!parsed.ok) return err(writeFailure(parsed.error.kind, null, parsed.error.retryAfterMs));
    const raw = readJson(answer, bulk);
    if (!raw.ok) return raw;
    const issues = raw.value.issues.flatMap((it) => rawIssue.safeParse(it).data ?? []);
    const fieldsById = new Map(issues.map((it) => [it.id, it.fields]));
    const objects = parsed.value.items.map((item) => {
      const { comment, ...rest } = fieldsById.get(item.id) ?? {};
      const page = commentPage.safeParse(comment).data;
      // Jira may give the first page of many.
      const all = page && page.comments.length === page.total ? page.comments : null;
      const sprints = sprintField ? z.array(sprint).safeParse(rest[sprintField]).data : undefined;
      return {
        item,
        sprints: (sprints ?? []).filter((it) => it.state !== "closed").map(({ id }) => String(id)),
        evidence: all && evidenceFrom(item.id, all.flatMap(textOf)),
        glass: all && glassIn(all),
      };
    });
    return ok({ objects, policies: [] });
  },
  async readGlass(object, signal) {
    const comments = await readCommentsOf(call, object, signal);
    return comments.ok ? ok(glassIn(comments.value)) : comments;
  },
  // Jira moves nothing into a sprint by itself.
  readChosen: async () => ok([]),
  async readTypeName(id, signal) {
    const known = typesAt.get(origin)?.get(id);
    if (known !== undefined) return ok(known);
    const answer = await call(
      { method: "GET", path: "/rest/api/3/issuetype", body: null, asked: [] },
      signal,
    );
    const types = readJson(answer, z.array(issueType));
    if (!types.ok) return types;
    const names = new Map(types.value.map((it) => [it.id, it.name]));
    typesAt.set(origin, names);
    return ok(names.get(id) ?? null);
  },
  async readSprintField(signal) {
    const answer = await call({ method: "GET", path: "/rest/api/3/field", body: null, asked: [] }, signal);
    const fields = readJson(answer, z.array(z.unknown()));
    if (!fields.ok) return fields;
    const known = fields.value.flatMap((it) => field.safeParse(it).data ?? []);
    return ok(known.find((it) => it.schema?.custom === sprintKind)?.id ?? null);
  },
});
