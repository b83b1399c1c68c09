import { answerOf, noAnswer } from "../../trackers/answer-of";
import type { ApiAnswer, ApiRequest } from "../../trackers/tracker-api";

const deadlineMs = 20_000;

/** Makes one call to Linear's API with a personal key. Never throws: no answer has status 0. */
export async function callLinear(
  request: Pick<ApiRequest, "method" | "path" | "body">,
  key: string,
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<ApiAnswer> {
  try {
    const response = await fetch(request.path, {
      method: request.method,
      headers: { "Content-Type": "application/json", Authorization: key },
      body: request.body,
      credentials: "omit",
      cache: "no-store",
      signal: AbortSignal.timeout(deadlineMs),
    });
    return await answerOf(response);
  } catch {
    return noAnswer;
  }
}
