import type { SprintMove } from "../../../shared/tracker/sprint-entry";

/** No verdict that was read longer ago stands for a request. */
const freshMs = 30_000;
/** A page whose scripts move the focus about does not make us ask for each step. */
const leastApartMs = 250;

/** Verdicts that are read while a person begins to move a ticket, so that the move need not wait for them. */
export interface ReadAhead {
  /** A ticket with this key may be about to move. */
  expect(key: string): void;
  /** Whether all of these moves were found to be allowed moments ago, and nothing was sent since. */
  allows(moves: readonly SprintMove[]): boolean;
  /** The page sent something: whatever was read before it, or is being read, stands for nothing any more. */
  forget(): void;
}

/**
 * Keeps what `read` gives for a ticket: every name of it by which it may go into a sprint as it is, none where it may not. Only "may" is
 * kept, and for half a minute: what would be kept out is always verified anew, and what was let in is looked at by ring two.
 */
export function createReadAhead(
  read: (key: string) => Promise<readonly string[]>,
  now: () => number = Date.now,
): ReadAhead {
  let known = new Map<string, number>();
  let asked = new Map<string, number>();
  let lastAskedAt = Number.NEGATIVE_INFINITY;
  const isFresh = (at: number | undefined) => at !== undefined && now() - at < freshMs;
  return {
    expect(key) {
      const at = now();
      if (isFresh(asked.get(key)) || at - lastAskedAt < leastApartMs) return;
      lastAskedAt = at;
      const during = known;
      asked.set(key, at);
      read(key).then(
        (names) => {
          // Into what was forgotten meanwhile it may go; nobody reads that.
          for (const name of names) during.set(name, at);
          // Whoever drags it again is told again.
          if (names.length === 0) asked.delete(key);
        },
        () => asked.delete(key),
      );
    },
    allows: (moves) => moves.every((it) => it.act === "enter" && isFresh(known.get(it.issue))),
    forget() {
      known = new Map();
      asked = new Map();
    },
  };
}
