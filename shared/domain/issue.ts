import type { Lane } from "./lane";
import type { Reading } from "./result";
import type { Sheet } from "./sheet";
import type { Standing, Statement } from "./statement";

/**
 * An issue or a bet as the rules see it, whichever tracker it came from.
 * A tracker's adapter makes it; nothing in it is looked up later.
 */
export interface WorkItem {
  /** The tracker's own lasting id, unique within one site. */
  id: string;
  /** What people call it, for example `ATL-42`; a Linear project has its name here. */
  key: string;
  title: string;
  /** The tracker's issue type name ("Story", "Epic"); "Project" for a Linear project. */
  type: string;
  /** True for the work object that may carry a sheet: above hierarchy level 0 in Jira, a project in Linear. */
  isBet: boolean;
  /** The id of what it serves; null at the top. */
  parentId: string | null;
  /** Where a person opens it. */
  url: string;
  sheet: Reading<Sheet>;
  statement: Reading<Statement>;
  /** A standing that somebody wrote down; good enough for a badge, never for the gate. */
  standingMirror: Standing | null;
  lane: Lane | null;
}

/** What an item serves, nearest first, and how the way up ended. */
export interface Chain {
  ancestors: readonly WorkItem[];
  /** `root`: nothing above. `gap`: something above could not be read. `loop`: the parents go in a circle. */
  end: "root" | "gap" | "loop";
}
