import { z } from "zod";
import { speaksUp } from "../../../shared/domain/entry";
import type { Policy } from "../../../shared/domain/policy";
import type { Reading } from "../../../shared/domain/result";
import { getKept, keepForGood } from "./kept";
import { readLastSweeps } from "./sweeps";

/** What a project's policy did when it was last looked at, and since when. */
const watch = z.object({ does: z.string(), since: z.string() });

/** An event may come so late; what entered within that time before the gate first looked is not taken for what was inside before. */
const latestEventMs = 5 * 60_000;

/**
 * Since when a project's policy has kept out or warned as it does now, as a UTC ISO moment: what was inside before stays. Null: it
 * does neither. A project that no sweep has ever come upon had nothing in its sprints at the last one. `now` is milliseconds since 1970.
 */
export async function watchedSince(
  project: string,
  policy: Reading<Policy>,
  now: number,
): Promise<string | null> {
  const key = `watch:${project}`;
  const known = await getKept(key, watch);
  const isLoud = policy.kind === "value" && speaksUp(policy, new Date(now).toISOString());
  const does = isLoud ? policy.value.mode : "nothing";
  if (known?.does === does) return isLoud ? known.since : null;
  const lastSweep = known === null ? (await readLastSweeps()).before : null;
  const since = new Date((lastSweep ?? now) - latestEventMs).toISOString();
  await keepForGood(key, { does, since });
  return isLoud ? since : null;
}
