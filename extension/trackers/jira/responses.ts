import { z } from "zod";
import type { WorkItem } from "../../../shared/domain/issue";
import { lane } from "../../../shared/domain/lane";
import { policy } from "../../../shared/domain/policy";
import { err, none, ok, type Reading, type Result, unreadable, value } from "../../../shared/domain/result";
import { sheet } from "../../../shared/domain/sheet";
import { standing, statement } from "../../../shared/domain/statement";
import type { Failure } from "../failure";
import { failure } from "../failure";
import type { Parsed } from "../tracker-api";
import { propertyKeys } from "./property-keys";

const bulkFetch = z.object({ issues: z.array(z.unknown()) });
/** Half of a surrogate pair has no place in an address. */
const key = z.string().regex(/^\P{Cs}+$/u);
const named = z.object({ id: z.string().min(1), key });
const issue = named.extend({
  fields: z.object({
    summary: z.string().nullish(),
    issuetype: z.object({ name: z.string(), hierarchyLevel: z.number().default(0) }),
    parent: z.object({ id: z.string().min(1) }).nullish(),
  }),
  properties: z.record(z.string(), z.unknown()).default({}),
});

/** Reads a `bulkfetch` answer. An issue of the wrong shape costs only that issue. */
export function readIssues(json: unknown, origin: string): Result<Parsed, Failure> {
  const answer = bulkFetch.safeParse(json);
  if (!answer.success) return err(failure("malformed"));
  const parsed: Parsed = { items: [], malformed: [], policies: [] };
  for (const raw of answer.data.issues) {
    const one = issue.safeParse(raw);
    if (one.success) parsed.items.push(workItem(one.data, origin));
    else parsed.malformed.push(...namesOf(raw));
  }
  return ok(parsed);
}

/** Reads the project property with the gate's policy; null: there is none. */
export function readPolicyProperty(scope: string, json: unknown): Result<Parsed, Failure> {
  const property = z.object({ value: z.unknown() }).safeParse(json);
  const reading = property.success ? readProperty(policy, property.data.value) : none;
  return ok({ items: [], malformed: [], policies: [{ scope, policy: reading }] });
}

function workItem({ id, key, fields, properties }: z.infer<typeof issue>, origin: string): WorkItem {
  return {
    id,
    key,
    title: fields.summary ?? "",
    type: fields.issuetype.name,
    isBet: fields.issuetype.hierarchyLevel > 0,
    parentId: fields.parent?.id ?? null,
    url: `${origin}/browse/${encodeURIComponent(key)}`,
    sheet: readProperty(sheet, properties[propertyKeys.sheet]),
    statement: readProperty(statement, properties[propertyKeys.statement]),
    standingMirror: standing.safeParse(properties[propertyKeys.standing]).data ?? null,
    lane: lane.safeParse(properties[propertyKeys.lane]).data ?? null,
  };
}

/** Anyone who may edit an issue can write its properties, so anything can stand there. */
function readProperty<T>(schema: z.ZodType<T>, raw: unknown): Reading<T> {
  if (raw === undefined || raw === null) return none;
  const parsed = schema.safeParse(raw);
  if (parsed.success) return value(parsed.data);
  return unreadable(
    parsed.error.issues
      .slice(0, 5)
      .map((it) => ({ line: 0, message: `${it.path.join(".")}: ${it.message}` })),
  );
}

function namesOf(raw: unknown): string[] {
  const found = named.partial().safeParse(raw);
  return found.success ? [found.data.id, found.data.key].filter((it) => it !== undefined) : [];
}
