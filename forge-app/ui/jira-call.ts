import { answerOf, noAnswer } from "../../shared/tracker/answer-of";
import type { ApiAnswer } from "../../shared/tracker/tracker-api";
import type { WriteCall } from "../../shared/tracker/write-port";
import type { FrameHost } from "./frame-host";

const deadlineMs = 20_000;

/** Makes calls to Jira through the frame's host, as the person. Never throws: no answer has status 0. */
export const jiraCall =
  ({ requestJira }: Pick<FrameHost, "requestJira">): WriteCall =>
  async ({ method, path, body }, signal) => {
    const over = AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)]);
    if (over.aborted) return noAnswer;
    // The bridge cannot be stopped; what comes too late is not listened to.
    const stopped = new Promise<ApiAnswer>((resolve) =>
      over.addEventListener("abort", () => resolve(noAnswer), { once: true }),
    );
    const headers = {
      Accept: "application/json",
      ...(body !== null && { "Content-Type": "application/json" }),
    };
    const asked = requestJira(path, { method, headers, ...(body !== null && { body }) }).then(answerOf);
    return Promise.race([asked.catch(() => noAnswer), stopped]);
  };
