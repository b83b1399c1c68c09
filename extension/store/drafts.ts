import type { Database } from "./database";

/** What a person is writing and has not saved, one draft for each part of each object. */
export interface DraftStore {
  /** Null: there is none. */
  read(object: string, part: string): Promise<unknown>;
  keep(object: string, part: string, value: unknown): Promise<void>;
  drop(object: string, part: string): Promise<void>;
}

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
