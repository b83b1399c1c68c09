import { ok } from "../../../shared/domain/result";
import { keptFailures, lastEventAt } from "../storage/health";
import { readLastSweeps } from "../storage/sweeps";
import { asAdmin, type CallHandler, nothingAsked } from "./call-handler";

/** More than these nobody reads. */
const mostFailures = 100;

export const health: CallHandler<"health"> = {
  asks: nothingAsked,
  answer: (_, caller) =>
    asAdmin(caller, async () => {
      const [event, sweeps, failures] = await Promise.all([lastEventAt(), readLastSweeps(), keptFailures()]);
      return ok({
        lastEventAt: momentOf(event),
        lastSweepAt: momentOf(sweeps.hourly),
        failures: failures
          .slice(0, mostFailures)
          .map(({ at, what }) => ({ at: new Date(at).toISOString(), what })),
      });
    }),
};

const momentOf = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
