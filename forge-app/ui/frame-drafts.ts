import type { DraftStore } from "../../shared/desk/draft-store";
import type { FrameStorage } from "./frame-storage";

/** Drafts in the browser's storage for the frame. Rejects where this browser keeps nothing for frames: the page then says so. */
export function createFrameDrafts(storage: FrameStorage): DraftStore {
  const nameOf = (object: string, part: string) => `draft ${object} ${part}`;
  return {
    read: async (object, part) => storage.read(nameOf(object, part)) ?? null,
    async keep(object, part, value) {
      if (!storage.isLasting) throw new Error("This browser keeps nothing for pages inside Jira.");
      storage.write(nameOf(object, part), value);
    },
    drop: async (object, part) => storage.remove(nameOf(object, part)),
  };
}
