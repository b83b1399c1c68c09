import { z } from "zod";
import { err, ok, type Result } from "../domain/result";
import type { WriteFailure } from "../outbox/outbox-row";
import { writeFailure } from "../outbox/outbox-sender";
import type { Mover, OpenSprint, SweepPortFor } from "../tracker/sweep-port";
import type { ApiRequest } from "../tracker/tracker-api";
import type { WriteCall } from "../tracker/write-port";
import { readJson, readWritten } from "./write-answer";

const agile = "/rest/agile/1.0";
const offsetPage = <T extends z.ZodType>(value: T) =>
  z.object({ values: z.array(value), isLast: z.boolean().default(true) });
const boards = offsetPage(z.object({ id: z.number() }));
const sprints = offsetPage(z.object({ id: z.number(), name: z.string() }));
const members = z.object({
  issues: z.array(
    z.object({
      id: z.string().min(1),
      fields: z.object({ issuetype: z.object({ subtask: z.boolean().default(false) }) }),
    }),
  ),
  nextPageToken: z.string().nullish(),
});
/** Jira writes moments as text, and in bulk as milliseconds too. */
const moment = z.union([z.string(), z.number()]).transform((it, ctx) => {
  const at = new Date(it);
  if (!Number.isNaN(at.getTime())) return at.toISOString();
  ctx.addIssue("no moment");
  return z.NEVER;
});
const history = z.object({
  author: z.object({ accountId: z.string() }).nullish(),
  created: moment,
  items: z.array(z.object({ fieldId: z.string().nullish() })),
});
const changes = z.object({
  issueChangeLogs: z.array(z.object({ issueId: z.string(), changeHistories: z.array(history) })),
  nextPageToken: z.string().nullish(),
});
const makers = z.object({
  issues: z.array(
    z.object({
      id: z.string(),
      fields: z.object({ creator: z.object({ accountId: z.string() }).nullish(), created: moment }),
    }),
  ),
});
const partly = z.object({
  entries: z.array(
    z.object({
      issueId: z.number().nullish(),
      issueKey: z.string().nullish(),
      status: z.number(),
      errors: z.array(z.string()).nullish(),
    }),
  ),
});

const get = (path: string): ApiRequest => ({ method: "GET", path, body: null, asked: [] });
const post = (path: string, body: unknown): ApiRequest => ({
  method: "POST",
  path,
  body: JSON.stringify(body),
  asked: [],
});
/** Jira gives fewer where it wants to, and says so. */
const [issuesPerPage, changesPerPage, issuesPerChanges, issuesPerFetch] = [1_000, 1_000, 1_000, 100];

/** Sprints by the agile API, whose histories the platform API tells. The scope is a project's key. */
export const jiraSweepPort: SweepPortFor = (call) => ({
  async readOpenSprints(project, signal) {
    const query = `projectKeyOrId=${encodeURIComponent(project)}`;
    const found = await byOffset(call, `${agile}/board?${query}`, boards, signal);
    if (!found.ok) return found;
    const open = new Map<number, string>();
    for (const { id } of found.value) {
      const listed = await byOffset(call, `${agile}/board/${id}/sprint?state=active,future`, sprints, signal);
      // A board without sprints says so with 400.
      if (!listed.ok && listed.error.kind !== "rejected") return listed;
      if (listed.ok) for (const it of listed.value) open.set(it.id, it.name);
    }
    const all = await Promise.all(
      [...open].map(async ([id, name]): Promise<Result<OpenSprint, WriteFailure>> => {
        const issues = await issuesOf(call, id, signal);
        return issues.ok ? ok({ id: String(id), name, issues: issues.value }) : issues;
      }),
    );
    const failed = all.find((it) => !it.ok);
    return failed && !failed.ok ? failed : ok(all.flatMap((it) => (it.ok ? it.value : [])));
  },

  async readMovers(issues, { sprintField }, signal) {
    const movers = new Map<string, Mover>();
    if (sprintField === null || issues.length === 0) return ok(movers);
    for (const asked of chunks(issues, issuesPerChanges)) {
      for (let nextPageToken: string | undefined, isFirst = true; isFirst || nextPageToken; isFirst = false) {
        const query = { issueIdsOrKeys: asked, fieldIds: [sprintField], maxResults: changesPerPage };
        const request = post("/rest/api/3/changelog/bulkfetch", {
          ...query,
          ...(nextPageToken && { nextPageToken }),
        });
        const read = readJson(await call(request, signal), changes);
        if (!read.ok) return read;
        for (const { issueId, changeHistories } of read.value.issueChangeLogs)
          for (const { author, created: at, items } of changeHistories) {
            const isNewer = at >= (movers.get(issueId)?.at ?? "");
            if (isNewer && items.some((it) => it.fieldId === sprintField))
              movers.set(issueId, { by: author?.accountId ?? null, at });
          }
        nextPageToken = read.value.nextPageToken ?? undefined;
      }
    }
    // What was made inside a sprint never changed its sprint.
    for (const ids of chunks(
      issues.filter((it) => !movers.has(it)),
      issuesPerFetch,
    )) {
      const request = post("/rest/api/3/issue/bulkfetch", {
        issueIdsOrKeys: ids,
        fields: ["creator", "created"],
      });
      const read = readJson(await call(request, signal), makers);
      if (!read.ok) return read;
      for (const { id, fields } of read.value.issues)
        movers.set(id, { by: fields.creator?.accountId ?? null, at: fields.created });
    }
    return ok(movers);
  },

  async move(issues, sprint, signal) {
    const path = sprint === null ? "backlog" : `sprint/${encodeURIComponent(sprint)}`;
    // Without a neighbour to stand beside, each keeps the rank that it has.
    const answer = await call(post(`${agile}/${path}/issue`, { issues }), signal);
    if (answer.status !== 207) {
      const moved = readWritten(answer);
      return moved.ok ? ok(new Map()) : moved;
    }
    const said = readJson({ ...answer, status: 200 }, partly);
    if (!said.ok) return said;
    const refused = said.value.entries.filter((it) => it.status >= 400);
    if (refused.some((it) => it.issueId == null)) return err(writeFailure("rejected"));
    return ok(new Map(refused.map((it) => [String(it.issueId), it.errors?.join(" ") ?? ""])));
  },
});

async function byOffset<T>(
  call: WriteCall,
  path: string,
  schema: z.ZodType<{ values: T[]; isLast: boolean }>,
  signal: AbortSignal,
): Promise<Result<T[], WriteFailure>> {
  const all: T[] = [];
  for (;;) {
    const read = readJson(await call(get(`${path}&startAt=${all.length}&maxResults=50`), signal), schema);
    if (!read.ok) return read;
    all.push(...read.value.values);
    if (read.value.isLast || read.value.values.length === 0) return ok(all);
  }
}

async function issuesOf(
  call: WriteCall,
  sprint: number,
  signal: AbortSignal,
): Promise<Result<string[], WriteFailure>> {
  const all: string[] = [];
  let token: string | null | undefined;
  do {
    const page = token ? `&nextPageToken=${encodeURIComponent(token)}` : "";
    const path = `/rest/software/1.0/sprint/${sprint}/issue?fields=issuetype&maxResults=${issuesPerPage}${page}`;
    const read = readJson(await call(get(path), signal), members);
    if (!read.ok) return read;
    // A sub-task is wherever its parent is, and cannot be moved by itself.
    all.push(...read.value.issues.filter((it) => !it.fields.issuetype.subtask).map(({ id }) => id));
    token = read.value.nextPageToken;
  } while (token);
  return ok(all);
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < all.length; at += size) parts.push(all.slice(at, at + size));
  return parts;
}
