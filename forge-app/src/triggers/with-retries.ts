import { InvocationError, InvocationErrorCode } from "@forge/events";
import { z } from "zod";
import type { JiraFailure } from "../jira/ask-jira";
import { noteFailure } from "../storage/health";

/** The platform tries again so often after a function asked for it. */
const mostRetries = 4;
/** What it waits in between, in seconds, where Jira says nothing of it, at least and at most. */
const [usualS, leastS, mostS] = [30, 5, 900];

/** What the platform says of an invocation that is tried again; absent: this is the first. */
export const retryContext = z.object({ retryCount: z.number().default(0) }).nullish();

/**
 * Does work that may fail for a while, and asks the platform to try again where it did. The last try is told that it is the last;
 * what that leaves undone is kept for administrators to see, by `what` it was about, and the hourly sweep looks at it.
 */
export async function withRetries(
  what: string,
  context: z.infer<typeof retryContext>,
  work: (isLastTry: boolean) => Promise<JiraFailure | null>,
): Promise<InvocationError | undefined> {
  const isLastTry = (context?.retryCount ?? 0) >= mostRetries;
  let failure: JiraFailure | null;
  try {
    failure = await work(isLastTry);
  } catch (error) {
    // The platform's own storage and queue throw, at their limits too.
    failure = { kind: "down", status: 0, retryAfterS: null, words: String(error) };
  }
  if (failure === null) return undefined;
  console.warn(isLastTry ? "Given up." : "To be tried again.", failure);
  if (isLastTry) {
    const said = `Given up after ${mostRetries} tries: ${what}. ${failure.words ?? failure.kind}`;
    // Storage itself may be what failed.
    await noteFailure(failure.kind, said, Date.now()).catch((error) => console.warn("Not kept.", error));
    return undefined;
  }
  return new InvocationError({
    retryAfter: Math.min(mostS, Math.max(leastS, failure.retryAfterS ?? usualS)),
    retryReason:
      failure.kind === "busy"
        ? InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED
        : InvocationErrorCode.FUNCTION_RETRY_REQUEST,
  });
}
