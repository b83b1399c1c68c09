import type { Aim } from "./aim";
import type { WorkItem } from "./issue";
import type { Lane } from "./lane";
import type { ReadingFinding } from "./result";
import type { Mechanism, Sheet } from "./sheet";

/** Why an issue gives no live aim and mechanism. Closed list: the UI has one sentence and one fix for each. */
export const orphanReasons = [
  "no-parent",
  "parent-without-sheet",
  "no-aim",
  "no-mechanism",
  "bet-stopped",
  "gate-overdue",
  "parent-loop",
] as const;
export type OrphanReason = (typeof orphanReasons)[number];

/** A sheet that names its aim and its mechanism. */
export type LiveSheet = Sheet & { aim: Aim; mechanism: Mechanism };

/** How an issue links to the strategy. `from` is the object that says so: the issue itself or an ancestor. */
export type Alignment =
  | { kind: "aligned"; sheet: LiveSheet; from: WorkItem; inherited: boolean }
  | { kind: "lane"; lane: Lane; from: WorkItem; by: "declaration" | "issue-type" }
  | { kind: "orphan"; reasons: readonly [OrphanReason, ...OrphanReason[]]; from: WorkItem | null }
  | { kind: "unknown"; reason: "parent-unreadable" | "sheet-unreadable"; from: WorkItem | null; findings: readonly ReadingFinding[] };
