import { z } from "zod";
import type { KnownPlace } from "../../../shared/domain/sprint-history";
import { getManyKept, keep } from "./kept";

const place = z.object({ at: z.string(), place: z.string().nullable(), isRight: z.boolean().default(true) });

/** Where an issue was seen, and whether by a verdict that lets it stay there whatever comes. */
export interface SeenPlace extends KnownPlace {
  /** False: the gate only watched, or too little could be read. It was noted, and gives no right. */
  isRight: boolean;
}

const keyOf = (issue: string) => `place:${issue}`;
/** Longer than anything stays in one sprint. */
const keptDays = 180;

/** Where issues were last let in, by issue id. */
export async function knownPlaces(issues: readonly string[]): Promise<Map<string, SeenPlace>> {
  const found = await getManyKept(issues.map(keyOf), place);
  return new Map([...found].map(([key, it]) => [key.slice(keyOf("").length), it]));
}

/** Remembers where an issue is, as it was read. */
export const confirmPlace = (issue: string, it: SeenPlace): Promise<void> => keep(keyOf(issue), it, keptDays);
