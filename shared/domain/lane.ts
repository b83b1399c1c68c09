import { z } from "zod";

/** Declared work that serves no aim on purpose. */
export const lane = z.enum(["incident", "bug", "upkeep", "spike"]);
export type Lane = z.infer<typeof lane>;

/** How much of a period's work may go into each lane, as a share from 0 to 1. A lane without a budget may take any. */
export const laneBudgets = z.partialRecord(lane, z.number().min(0).max(1));
export type LaneBudgets = z.infer<typeof laneBudgets>;

/** Lanes that a project gives by issue type, for example every "Incident"; keys are issue type names. */
export const lanePolicy = z.object({
  byType: z.record(z.string(), lane),
  budgets: laneBudgets.optional(),
});
export type LanePolicy = z.infer<typeof lanePolicy>;

export const noLanePolicy: LanePolicy = { byType: {} };
