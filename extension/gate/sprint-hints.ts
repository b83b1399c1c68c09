import type { GateReader } from "../../shared/tracker/gate-reader";
import type { SiteHints } from "../../shared/tracker/sprint-entry";
import { keepSprintField, readSprintField } from "../store/gate-hints";

/** So long nobody asks again where there was none: a person who is not signed in, or has no Scrum project yet, is shown none. */
const askedAgainMs = 5 * 60_000;
/** When a site had none, in milliseconds since 1970, by its origin. */
const noneAt = new Map<string, number>();

/** What a site's requests are read with: known from before, or looked up and kept once it is found. */
export async function sprintHints(
  origin: string,
  reader: Pick<GateReader, "readSprintField">,
  signal: AbortSignal,
  now: () => number = Date.now,
): Promise<SiteHints> {
  const known = await readSprintField(origin);
  const isAskedEnough = now() - (noneAt.get(origin) ?? Number.NEGATIVE_INFINITY) < askedAgainMs;
  if (known !== null || isAskedEnough) return { sprintField: known };
  const read = await reader.readSprintField(signal);
  const field = read.ok ? read.value : null;
  if (field !== null) await keepSprintField(origin, field);
  else if (read.ok) noneAt.set(origin, now());
  return { sprintField: field };
}
