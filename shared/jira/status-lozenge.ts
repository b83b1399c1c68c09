import { z } from "zod";
import { ok, type Result } from "../domain/result";
import type { Standing } from "../domain/statement";
import type { WriteFailure } from "../outbox/outbox-row";
import type { WriteCall } from "../tracker/write-port";
import { readJson, readWritten } from "./write-answer";
import { requests } from "./write-requests";

const labels: Record<Standing, [label: string, type: string]> = {
  missing: ["No statement", "removed"],
  incomplete: ["Incomplete", "moved"],
  unsigned: ["Unsigned", "moved"],
  partial: ["Partly signed", "inprogress"],
  signed: ["Signed off", "success"],
  stale: ["Changed", "moved"],
};

/**
 * What Jira shows beside an app's panel on an issue while that is closed. Everybody sees the same, so it is in English, and it may be
 * as old as the last look of somebody who may edit the issue.
 */
export const statusLozenge = (standing: Standing) => {
  const [label, type] = labels[standing];
  return { type: "lozenge" as const, value: { label, type } };
};

/** The issue property that Jira takes it from, for one module of an app (documented for Connect, used by Forge apps; 2026-11). */
export const statusKey = (app: string, module: string): string =>
  `com.atlassian.jira.issue:${app}:${module}:status`;

const property = z.object({ value: z.unknown() });

/** Shows a standing beside the closed panel; true: it was another one before. */
export async function noteStatus(
  call: WriteCall,
  issue: string,
  key: string,
  standing: Standing,
  signal: AbortSignal,
): Promise<Result<boolean, WriteFailure>> {
  const wanted = statusLozenge(standing);
  const shown = readJson(await call(requests.property(issue, key), signal), property);
  if (!shown.ok && shown.error.kind !== "not-found") return shown;
  if (shown.ok && JSON.stringify(shown.value.value) === JSON.stringify(wanted)) return ok(false);
  const written = readWritten(await call(requests.setProperty(issue, key, wanted), signal));
  return written.ok ? ok(true) : written;
}
