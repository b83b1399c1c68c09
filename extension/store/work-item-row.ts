import { z } from "zod";
import type { WorkItem } from "../../shared/domain/issue";
import { lane } from "../../shared/domain/lane";
import { sheet } from "../../shared/domain/sheet";
import { standing, statement } from "../../shared/domain/statement";

export const readingOf = <T>(schema: z.ZodType<T>) =>
  z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("none") }),
    z.object({ kind: z.literal("value"), value: schema }),
    z.object({
      kind: z.literal("unreadable"),
      findings: z.array(z.object({ line: z.number(), message: z.string() })),
    }),
  ]);

/** A stored WorkItem. Rows that another version wrote in another shape are read again from the tracker. */
export const workItemRow: z.ZodType<WorkItem> = z.object({
  id: z.string(),
  key: z.string(),
  title: z.string(),
  type: z.string(),
  isBet: z.boolean(),
  parentId: z.string().nullable(),
  url: z.string(),
  sheet: readingOf(sheet),
  statement: readingOf(statement),
  standingMirror: standing.nullable(),
  lane: lane.nullable(),
});

/** Milliseconds since 1970 that a date can hold. */
export const readAt = z.int().min(0).max(8.64e15);

/** What stands around a stored WorkItem. */
export const knownRow = z.object({ id: z.string(), key: z.string(), malformed: z.boolean(), readAt });
