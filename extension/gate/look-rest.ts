/** What was read is shown again for so long, whichever page asks. */
const freshMs = 60_000;
/** A look may be large: then looks are farther apart, while somebody watches, and while the page sends things that change sprints. */
const restPerCallMs = { watched: 5_000, written: 1_000 };

/**
 * How long, in milliseconds, what a look at sprints gave is good for that took so many calls; `isStale`: the page has sent something
 * since. So looks take at most twelve calls a minute where nothing happens, and sixty where somebody plans.
 */
export const lookRestMs = (calls: number, isStale: boolean): number =>
  isStale ? calls * restPerCallMs.written : Math.max(freshMs, calls * restPerCallMs.watched);
