import { z } from "zod";
import type { WorkItem } from "../domain/issue";
import { lane } from "../domain/lane";
import { none, type Reading, unreadable, value } from "../domain/result";
import { sheet } from "../domain/sheet";
import { notedStanding } from "../domain/standing-mirror";
import { statement } from "../domain/statement";
import { propertyKeys } from "./property-keys";

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

/** An issue as Jira's public API gives it, with `summary`, `issuetype`, `parent` and our properties. Null: it has another shape. */
export function readWorkItem(raw: unknown, origin: string): WorkItem | null {
  const one = issue.safeParse(raw);
  if (!one.success) return null;
  const { id, key, fields, properties } = one.data;
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
    standingMirror: notedStanding(properties[propertyKeys.standing], id),
    lane: lane.safeParse(properties[propertyKeys.lane]).data ?? null,
  };
}

/** Anyone who may edit an issue can write its properties, so anything can stand there. */
export function readProperty<T>(schema: z.ZodType<T>, raw: unknown): Reading<T> {
  if (raw === undefined || raw === null) return none;
  const parsed = schema.safeParse(raw);
  if (parsed.success) return value(parsed.data);
  return unreadable(
    parsed.error.issues
      .slice(0, 5)
      .map((it) => ({ line: 0, message: `${it.path.join(".")}: ${it.message}` })),
  );
}

/** The id and the key of an issue whose shape is wrong, as far as it has any. */
export function namesOf(raw: unknown): string[] {
  const found = named.partial().safeParse(raw);
  return found.success ? [found.data.id, found.data.key].filter((it) => it !== undefined) : [];
}
