/** One change of an issue's sprints, as the tracker's history vouches for it. The lists hold sprints that ended, too. */
export interface SprintChange {
  /** A UTC ISO moment by the tracker's clock. */
  at: string;
  /** An account id; null: it is not known who. */
  by: string | null;
  from: readonly string[];
  to: readonly string[];
}

export interface SprintHistory {
  /** A UTC ISO moment. */
  createdAt: string;
  /** The open or future sprint that the issue is in now; null: the backlog. */
  place: string | null;
  /** Oldest first. */
  changes: readonly SprintChange[];
}

/** Where an issue was rightly at a moment, in UTC ISO. */
export interface KnownPlace {
  at: string;
  place: string | null;
}

/** The ids in a value that a changelog tells, such as "76, 80"; names may hold commas, so that only ids are to be believed. */
export const sprintIdsIn = (value: string | null | undefined): string[] => value?.match(/\d+/g) ?? [];

/** What a change put the issue into. */
export const enteredBy = ({ from, to }: Pick<SprintChange, "from" | "to">): string[] =>
  to.filter((it) => !from.includes(it));

/** An issue may be put into the next sprint so long after its own has ended, and has never left the plan. */
const carryOverMs = 24 * 60 * 60_000;

export interface PlaceRules {
  /** Since when the gate looks; what was inside before is inside rightly. A UTC ISO moment. */
  since: string;
  /** Where a verdict said that it may be; null: there was none. */
  known: KnownPlace | null;
  /** The account whose moves are the gate's own. */
  app: string;
  /** When each sprint that has ended did so, by id; UTC ISO moments. */
  endedAt: ReadonlyMap<string, string>;
}

/**
 * Where an issue belongs by what happened to it, whatever it lacks: where it was when the gate began to look or last let it in, where
 * the gate itself put it, where a sprint in which it rightly was carried it over to, and the backlog once somebody took it out. A move to anywhere else is
 * for a verdict to judge. It depends on the history alone, so that events may come late, twice or in any order.
 */
export function rightfulPlace(history: SprintHistory, rules: PlaceRules): string | null {
  const { createdAt, changes } = history;
  const { since, known, app, endedAt } = rules;
  const start = known !== null && !isBefore(known.at, since) ? known.at : since;
  let place = placeAtBirth(history);
  let rightful = isBefore(createdAt, since) ? place : null;
  if (start !== since && known !== null) rightful = known.place;
  for (const change of changes) {
    const left = change.from.filter((it) => !change.to.includes(it));
    const entered = enteredBy(change).at(-1);
    place = entered ?? (place !== null && left.includes(place) ? null : place);
    if (!isBefore(start, change.at)) {
      if (start === since) rightful = place;
    } else if (change.by === app || place === null) rightful = place;
    else if (isCarryOver(change, endedAt) && rightful === change.from.at(-1)) rightful = place;
  }
  return rightful;
}

/** How often the gate took an issue out of a sprint within the hour before `now`, a UTC ISO moment. */
export const putBacksIn = ({ changes }: SprintHistory, app: string, now: string): number =>
  changes.filter(
    ({ by, at, from, to }) =>
      by === app && Date.parse(now) - Date.parse(at) < 60 * 60_000 && from.some((it) => !to.includes(it)),
  ).length;

/** What an issue was made in: what its first change took it out of, or where it still is. */
function placeAtBirth({ changes: [first], place }: SprintHistory): string | null {
  return first === undefined ? place : (first.from.filter((it) => !first.to.includes(it)).at(-1) ?? null);
}

/** Its sprint ended with the issue inside, which is why it stays in the list, and the issue goes on in another one. */
function isCarryOver({ from, to, at }: SprintChange, endedAt: PlaceRules["endedAt"]): boolean {
  const last = from.at(-1) ?? "";
  const end = to.includes(last) ? endedAt.get(last) : undefined;
  return end !== undefined && Date.parse(at) - Date.parse(end) < carryOverMs;
}

const isBefore = (a: string, b: string): boolean => Date.parse(a) < Date.parse(b);
