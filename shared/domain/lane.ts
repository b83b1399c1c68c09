import { z } from "zod";

/** Declared work that serves no aim on purpose. */
export const lane = z.enum(["incident", "bug", "upkeep", "spike"]);
export type Lane = z.infer<typeof lane>;

/** Lanes that a project gives by issue type, for example every "Incident"; keys are issue type names. */
export const lanePolicy = z.object({ byType: z.record(z.string(), lane) });
export type LanePolicy = z.infer<typeof lanePolicy>;

export const noLanePolicy: LanePolicy = { byType: {} };
