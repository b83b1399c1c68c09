import { z } from "zod";
import type { KnownPlace } from "../../../shared/domain/sprint-history";
import { getManyKept, keep } from "./kept";

const place = z.object({ at: z.string(), place: z.string().nullable() });
const keyOf = (issue: string) => `place:${issue}`;
/** Longer than anything stays in one sprint. */
const keptDays = 180;

/** Where verdicts let issues in, by issue id. */
export async function knownPlaces(issues: readonly string[]): Promise<Map<string, KnownPlace>> {
  const found = await getManyKept(issues.map(keyOf), place);
  return new Map([...found].map(([key, it]) => [key.slice(keyOf("").length), it]));
}

/** Remembers that an issue may be where it is, as it was read. */
export const confirmPlace = (issue: string, it: KnownPlace): Promise<void> =>
  keep(keyOf(issue), it, keptDays);
