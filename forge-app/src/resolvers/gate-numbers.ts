import { z } from "zod";
import { ok } from "../../../shared/domain/result";
import { visibleAmong } from "../jira/visible-among";
import { readGateLog } from "../storage/gate-log";
import { answered, type CallHandler, inProject, numericId } from "./call-handler";

const dayMs = 24 * 60 * 60_000;
/** As many as an answer has room for; the oldest are left out. */
const mostEntries = 10_000;
/** What is older than the newest of so many issues is told without their names. */
const mostNamed = 500;

export const gateNumbers: CallHandler<"gateNumbers"> = {
  asks: z.strictObject({ projectId: numericId, days: z.int().min(1).max(90) }),
  answer: ({ projectId, days }, caller) =>
    inProject(projectId, caller, async (project) => {
      const log = (await readGateLog(project, caller.now - days * dayMs)).slice(-mostEntries);
      const newest = [...new Set(log.toReversed().flatMap(({ issue }) => issue ?? []))].slice(0, mostNamed);
      const visible = answered(await visibleAmong(caller.ask, newest));
      if (!visible.ok) return visible;
      // What the caller may not see is counted and not named.
      return ok(
        log.map((it) =>
          it.issue !== null && visible.value.has(it.issue)
            ? it
            : { ...it, issue: null, override: it.override && { ...it.override, reason: "" } },
        ),
      );
    }),
};
