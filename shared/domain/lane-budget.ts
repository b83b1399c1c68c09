import { type Lane, type LaneBudgets, lane } from "./lane";

/** One piece of work of the period. */
export interface PlannedWork {
  lane: Lane | null;
  /** Null: not estimated. */
  points: number | null;
}

/** What a lane takes of a period. */
export interface LaneUse {
  lane: Lane;
  tickets: number;
  /** Of all the period's work, from 0 to 1. */
  share: number;
  budget: number | null;
  /** Of its budget, where it has one: above 1 it is spent; null with a budget of nothing and nothing used. */
  used: number | null;
  over: boolean;
}

/** The use of every lane, and what the shares are counted in. */
export interface LaneUses {
  /** Points only where every ticket has them, since a ticket without would count as nothing. */
  by: "points" | "tickets";
  lanes: LaneUse[];
}

/** How much of the work each lane takes, against its budget; in the order of the lanes. */
export function laneUses(work: readonly PlannedWork[], budgets: LaneBudgets): LaneUses {
  const by =
    work.length > 0 && work.every(({ points }) => points !== null && points > 0) ? "points" : "tickets";
  const sizeOf = ({ points }: PlannedWork) => (by === "points" ? (points ?? 0) : 1);
  const total = work.reduce((sum, it) => sum + sizeOf(it), 0);
  const lanes = lane.options.map((name): LaneUse => {
    const mine = work.filter((it) => it.lane === name);
    const share = total === 0 ? 0 : mine.reduce((sum, it) => sum + sizeOf(it), 0) / total;
    const budget = budgets[name] ?? null;
    return {
      lane: name,
      tickets: mine.length,
      share,
      budget,
      used: budget === null || (budget === 0 && share === 0) ? null : share / budget,
      over: budget !== null && share > budget,
    };
  });
  return { by, lanes };
}
