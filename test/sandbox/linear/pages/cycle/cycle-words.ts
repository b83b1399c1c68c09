import type { Cycle } from "../data/model";
import { shortDate } from "../short-date";

/** A cycle's own name, else its number. */
export const cycleName = ({ name, number }: Cycle): string => name ?? `Cycle ${number}`;

/** When a cycle runs, such as "Nov 16 – Nov 30". */
export const cycleDates = ({ startsAt, endsAt }: Cycle): string =>
  `${shortDate(startsAt)} – ${shortDate(endsAt)}`;

export function cycleStatus({ isActive, isPast }: Cycle): string {
  if (isActive) return "Current";
  return isPast ? "Completed" : "Upcoming";
}
