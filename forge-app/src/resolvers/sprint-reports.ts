import { z } from "zod";
import { ok } from "../../../shared/domain/result";
import { visibleAmong } from "../jira/visible-among";
import { type ReportPart, readReportParts } from "../storage/sprint-reports";
import { sweepProgress } from "../storage/sweeps";
import { answered, type CallHandler, inProject, numericId } from "./call-handler";
import type { SprintReport } from "./calls";

/** Older sprints are history. */
const mostReports = 6;
const mostNamed = 500;
/** A look that took longer will not go on. */
const latestMs = 24 * 60 * 60_000;

export const sprintReports: CallHandler<"sprintReports"> = {
  asks: z.strictObject({ projectId: numericId }),
  answer: ({ projectId }, caller) =>
    inProject(projectId, caller, async (project) => {
      const sweeps = newestOfSprints(await readReportParts(project)).slice(0, mostReports);
      const found = sweeps.flatMap((parts) => parts.flatMap(({ notReady }) => notReady.map(({ id }) => id)));
      const visible = answered(await visibleAmong(caller.ask, found.slice(0, mostNamed)));
      if (!visible.ok) return visible;
      const reports: SprintReport[] = [];
      for (const parts of sweeps) {
        const [first] = parts;
        if (first === undefined) continue;
        const { sprint, name, at, sweep } = first;
        const { batches, batchesDone } = await sweepProgress(sweep);
        const all = parts.flatMap(({ notReady }) => notReady);
        const notReady = all.filter(({ id }) => visible.value.has(id));
        reports.push({
          ...{ sprint, name, at: new Date(at).toISOString(), notReady, hidden: all.length - notReady.length },
          looked: parts.reduce((sum, { looked }) => sum + looked, 0),
          isWhole: caller.now - at > latestMs || batches === batchesDone,
        });
      }
      return ok(reports);
    }),
};

/** The parts of the last look at each sprint, in their order; the sprint that was started last comes first. */
function newestOfSprints(parts: readonly ReportPart[]): ReportPart[][] {
  const bySprint = new Map<string, ReportPart[]>();
  for (const it of [...parts].sort((a, b) => b.at - a.at || a.batch - b.batch)) {
    const known = bySprint.get(it.sprint) ?? [];
    if (known[0] === undefined || known[0].sweep === it.sweep) bySprint.set(it.sprint, [...known, it]);
  }
  return [...bySprint.values()];
}
