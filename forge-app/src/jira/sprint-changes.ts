import { z } from "zod";
import { type SprintChange, sprintIdsIn } from "../../../shared/domain/sprint-history";

/** Jira writes moments as text, and in bulk as milliseconds too. */
const moment = z.union([z.string(), z.number()]).transform((it, ctx) => {
  const at = new Date(it);
  if (!Number.isNaN(at.getTime())) return at.toISOString();
  ctx.addIssue("no moment");
  return z.NEVER;
});
const item = z.object({
  fieldId: z.string().nullish(),
  from: z.string().nullish(),
  to: z.string().nullish(),
});

/** One entry of an issue's history, as Jira gives it. */
export const history = z.object({
  author: z.object({ accountId: z.string() }).nullish(),
  created: moment,
  items: z.array(item),
});

/** What histories tell of the sprint field, by its id, oldest first. */
export function changesIn(
  histories: readonly z.infer<typeof history>[],
  sprintField: string,
): SprintChange[] {
  const found = histories.flatMap(({ author, created: at, items }) =>
    items
      .filter(({ fieldId }) => fieldId === sprintField)
      .map(({ from, to }) => ({
        ...{ at, by: author?.accountId ?? null },
        ...{ from: sprintIdsIn(from), to: sprintIdsIn(to) },
      })),
  );
  return found.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
