import { z } from "zod";
import { ok, type Result } from "../domain/result";
import type { WriteFailure } from "../outbox/outbox-row";
import { begunFirst, type SprintMembers, type SprintPortFor } from "../tracker/sprint-port";
import type { ApiRequest } from "../tracker/tracker-api";
import type { WriteCall } from "../tracker/write-port";
import { readJson } from "./write-answer";

const [perPage, mostPages] = [100, 10];

const sprint = z.object({ id: z.number(), name: z.string(), state: z.string() });
const subtask = z.object({ subtask: z.literal(true) });
const page = z.object({
  issues: z.array(z.object({ key: z.string(), fields: z.record(z.string(), z.unknown()).default({}) })),
  nextPageToken: z.string().nullish(),
});

const post = (path: string, body: unknown): ApiRequest => ({
  method: "POST",
  path,
  body: JSON.stringify(body),
  asked: [],
});

interface Found {
  issues: z.infer<typeof page>["issues"];
  isCut: boolean;
}

/** The issues that a query finds, as far as a few calls go. */
async function search(
  call: WriteCall,
  jql: string,
  fields: readonly string[],
  signal: AbortSignal,
): Promise<Result<Found, WriteFailure>> {
  const issues: Found["issues"] = [];
  let nextPageToken: string | null = null;
  for (let at = 0; at < mostPages; at += 1) {
    const query: object = {
      jql,
      fields,
      maxResults: perPage,
      ...(nextPageToken !== null && { nextPageToken }),
    };
    const read: Result<z.infer<typeof page>, WriteFailure> = readJson(
      await call(post("/rest/api/3/search/jql", query), signal),
      page,
    );
    if (!read.ok) return read;
    issues.push(...read.value.issues);
    nextPageToken = read.value.nextPageToken ?? null;
    if (nextPageToken === null) break;
  }
  return ok({ issues, isCut: nextPageToken !== null });
}

/** Sprints by what issues say of them: one search tells those of every board. */
export const jiraSprintPort: SprintPortFor = (call) => ({
  async readSprints(project, { sprintField }, signal) {
    // A site without the field has no sprints.
    if (sprintField === null) return ok({ sprints: [], isCut: false });
    const inSprints = "(sprint in openSprints() OR sprint in futureSprints())";
    const jql = `project = ${JSON.stringify(project)} AND ${inSprints} ORDER BY key ASC`;
    const read = await search(call, jql, [sprintField, "issuetype"], signal);
    if (!read.ok) return read;
    const found = new Map<number, SprintMembers>();
    // A sub-task is wherever its parent is, and Jira does not count it either.
    const own = read.value.issues.filter(({ fields }) => !subtask.safeParse(fields.issuetype).success);
    for (const { key, fields } of own)
      for (const { id, name, state } of z.array(sprint).safeParse(fields[sprintField]).data ?? []) {
        if (state === "closed") continue;
        const one = found.get(id) ?? { id: String(id), name, isOpen: state === "active", keys: [] };
        one.keys.push(key);
        found.set(id, one);
      }
    return ok({ sprints: begunFirst(found.values()), isCut: read.value.isCut });
  },
  async readKeys(sprint, signal) {
    const read = await search(call, `sprint = ${Number(sprint)} ORDER BY key ASC`, ["summary"], signal);
    return read.ok ? ok(read.value.issues.map(({ key }) => key)) : read;
  },
});
