import type { Failure } from "../../shared/tracker/failure";
import type { SitePauses } from "../store/site-pauses";
import { pauseMs } from "./pause-ms";

/**
 * Notes for everybody that a site wants to be left in peace, where this failure says so. `now` in milliseconds since 1970, `random` in
 * [0, 1). False: it may be asked as before.
 */
export async function noteRefusal(
  pauses: SitePauses,
  site: string,
  failed: Failure,
  now: number,
  random: number,
): Promise<boolean> {
  const { kind } = failed;
  const msFor = (strikes: number) => pauseMs(failed, strikes, random);
  if ((kind !== "rate-limited" && kind !== "server") || msFor(0) === null) return false;
  await pauses.note(site, kind, (strikes) => msFor(strikes) ?? 0, now);
  return true;
}
