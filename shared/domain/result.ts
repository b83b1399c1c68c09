import type { PageFault } from "./page-fault";

/** An outcome that can fail without being exceptional. */
export type Result<T, E> = { ok: true; value: T } | { ok: false; error: E };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
export const err = <E>(error: E): Result<never, E> => ({ ok: false, error });

/** Something that may stand in a tracker: nothing, a value, or text that is not one. */
export type Reading<T> =
  | { kind: "none" }
  | { kind: "value"; value: T }
  | { kind: "unreadable"; findings: readonly ReadingFinding[] };

/** What is wrong with a text that should hold a value; `line` counts from 1, 0 where there are no lines. */
export interface ReadingFinding {
  line: number;
  message: string;
  /** The same as one of a closed list, for readers of other languages. */
  fault?: PageFault;
}

export const none: Reading<never> = { kind: "none" };
/** Findings in the order of their lines. */
export const unreadable = (findings: readonly ReadingFinding[]): Reading<never> => ({
  kind: "unreadable",
  findings: [...findings].sort((a, b) => a.line - b.line),
});
export const value = <T>(it: T): Reading<T> => ({ kind: "value", value: it });
