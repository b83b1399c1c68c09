import { browser } from "wxt/browser";
import { z } from "zod";
import type { SprintNote } from "../frame/sprint-notes-call";

const note: z.ZodType<SprintNote> = z.object({
  ...{ sprint: z.string(), text: z.string(), named: z.string(), isReady: z.boolean() },
});
/** What one look at the sprints of a scope gave. */
const sprintLook = z.object({
  /** When it began, in milliseconds since 1970. */
  at: z.number(),
  /** How many calls it took. */
  calls: z.number(),
  /** A page has sent something since that may change sprints. */
  isStale: z.boolean(),
  /** `pages`: how the addresses end of the only pages that show a note; left out: any may. */
  notes: z.array(z.object({ note, pages: z.array(z.string()).optional() })),
});
export type SprintLook = z.infer<typeof sprintLook>;

const nameOf = (site: string, scope: string): string => `sprints ${site} ${scope}`;

/** The last look at the sprints of a scope, kept while the browser runs, so that a worker that is stopped looks no more often. Null: none. */
export async function readSprintLook(site: string, scope: string): Promise<SprintLook | null> {
  const name = nameOf(site, scope);
  return sprintLook.safeParse((await browser.storage.session.get(name))[name]).data ?? null;
}

export const keepSprintLook = (site: string, scope: string, look: SprintLook): Promise<void> =>
  browser.storage.session.set({ [nameOf(site, scope)]: look });
