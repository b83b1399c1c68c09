import type { DraftStore } from "../../shared/desk/draft-store";
import type { Database } from "./database";

export function createDraftStore(
  { drafts }: Database,
  site: string,
  now: () => number = Date.now,
): DraftStore {
  return {
    read: async (object, part) => (await drafts.get([site, object, part]))?.value ?? null,
    keep: async (object, part, value) =>
      void (await drafts.put({ site, object, part, value, keptAt: now() })),
    drop: (object, part) => drafts.delete([site, object, part]),
  };
}
