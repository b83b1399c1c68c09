import { z } from "zod";
import { instant } from "../domain/text";

/**
 * What one person wrote of an issue's parts, kept in a property of that person alone: nobody else's write covers it, so that it
 * tells afterwards who wrote over whom. Anyone who may edit the issue can write it too, so it proves nothing.
 */
export const historyEntry = z.object({
  part: z.string(),
  /** The id of the write. */
  revision: z.string(),
  /** The version that it was written over, and what it became. */
  over: z.string().nullable(),
  version: z.string(),
  at: instant,
  value: z.unknown(),
});
export type HistoryEntry = z.infer<typeof historyEntry>;

const prefix = "plumbline.history.";
export const historyKey = (person: string): string => `${prefix}${person}`.slice(0, 255);

/** All that anybody noted, oldest first; what cannot be read is left out. */
export function readHistory(
  properties: Readonly<Record<string, unknown>>,
): (HistoryEntry & { by: string })[] {
  return Object.entries(properties)
    .filter(([key]) => key.startsWith(prefix))
    .flatMap(([key, raw]) => {
      const list = z.array(z.unknown()).safeParse(raw).data ?? [];
      return list.flatMap((it) => {
        const one = historyEntry.safeParse(it);
        return one.success ? [{ ...one.data, by: key.slice(prefix.length) }] : [];
      });
    })
    .sort((a, b) => a.at.localeCompare(b.at));
}
