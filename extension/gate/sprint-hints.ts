import type { GateReader } from "../../shared/tracker/gate-reader";
import type { SiteHints } from "../../shared/tracker/sprint-entry";
import { keepSprintField, readSprintField } from "../store/gate-hints";

/** What a site's requests are read with: known from before, or looked up once and kept. */
export async function sprintHints(
  origin: string,
  reader: Pick<GateReader, "readSprintField">,
  signal: AbortSignal,
): Promise<SiteHints> {
  const known = await readSprintField(origin);
  if (known !== undefined) return { sprintField: known };
  const read = await reader.readSprintField(signal);
  if (!read.ok) return { sprintField: null };
  await keepSprintField(origin, read.value);
  return { sprintField: read.value };
}
