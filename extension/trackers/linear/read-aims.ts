import { ok, type Result } from "../../../shared/domain/result";
import type { WriteFailure } from "../../../shared/outbox/outbox-row";
import type { AimsNow, WriteCall } from "../../../shared/tracker/write-port";
import { allPages } from "./all-pages";
import { askLinear } from "./ask-linear";
import { initiatives } from "./write-queries";

const ended = new Set(["Completed", "Canceled"]);

/** The live initiatives of the workspace: in Linear they are the aims, and nothing of them is copied. */
export async function readAims(call: WriteCall, signal: AbortSignal): Promise<Result<AimsNow, WriteFailure>> {
  const all = await allPages(async (after) => {
    const page = await askLinear(call, initiatives, { after }, signal);
    return page.ok ? ok(page.value.initiatives) : page;
  });
  if (!all.ok) return all;
  const aims = all.value
    .filter(({ status }) => !ended.has(status))
    .map(({ name, description, url }) => ({
      ...{ title: name, definitionOfDone: description?.trim() || null, url },
    }));
  return ok({ aims, base: null });
}
