import { answerOf, noAnswer } from "../../shared/tracker/answer-of";
import type { ApiAnswer, ApiRequest } from "../../shared/tracker/tracker-api";

const deadlineMs = 20_000;

/**
 * Makes a planned call on the page's own origin with the person's session. Never throws: no answer has status 0.
 * Anything but a path on this origin is refused.
 */
export async function performRequest(
  { method, path, body }: ApiRequest,
  signal: AbortSignal,
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<ApiAnswer> {
  // A backslash or a tab would lead to another host just like a second slash.
  if (!/^\/(?![/\\])[!-~]*$/.test(path)) return noAnswer;
  try {
    const response = await fetch(path, {
      method,
      body,
      headers: { Accept: "application/json", ...(body !== null && { "Content-Type": "application/json" }) },
      credentials: "same-origin",
      cache: "no-store",
      redirect: "manual",
      signal: AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)]),
    });
    return await answerOf(response);
  } catch {
    return noAnswer;
  }
}
