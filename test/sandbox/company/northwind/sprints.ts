import type { Sprint } from "../company";
import type { DayFromToday } from "./work";

/** Two-week sprints: one closed, one running since five days, one planned with dates, two only named. */
export const sprints = (day: DayFromToday): Sprint[] => [
  sprint(23, "closed", day(-19), day(-5)),
  sprint(24, "active", day(-5), day(9)),
  sprint(25, "future", day(9), day(23)),
  sprint(26, "future", null, null),
  sprint(27, "future", null, null),
];

function sprint(number: number, state: Sprint["state"], start: string | null, end: string | null): Sprint {
  const at = (day: string | null) => (day === null ? null : `${day}T07:00:00.000Z`);
  return {
    id: `sprint-${number}`,
    name: `ATL Sprint ${number}`,
    state,
    startDate: at(start),
    endDate: at(end),
  };
}
