import { errorResponse } from "./error-response";
import { LinearError } from "./linear-error";
import type { Fault } from "./traffic";

/** Linear's public API refuses everything until then; its own client is not limited (reference 4.4). */
export const limitedUntil = (at: Date, now: () => Date = () => new Date()): Fault => ({
  match: ({ host }) => host === "api.linear.app" && now() < at,
  respond: () =>
    errorResponse(400, [new LinearError("ratelimited", "Rate limit exceeded", "Wait a little.")], {
      "X-RateLimit-Requests-Remaining": "0",
      "X-RateLimit-Requests-Reset": String(at.getTime()),
    }),
});
