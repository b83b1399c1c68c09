import { answerOf, noAnswer } from "../../shared/tracker/answer-of";
import type { ApiAnswer, ApiRequest } from "../../shared/tracker/tracker-api";

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
      // A key goes to Linear's API and nowhere else.
      redirect: "error",
      signal: AbortSignal.timeout(deadlineMs),
    });
    const answer = await answerOf(response);
    return { ...answer, retryAfterS: answer.retryAfterS ?? resetS(response) };
  } catch {
    return noAnswer;
  }
}

/** Linear refuses with 400 and says when its buckets are empty again, in epoch milliseconds (reference 2026-09); the later one counts. */
function resetS({ status, headers }: Response): number | null {
  if (status !== 400 && status !== 429) return null;
  const resets = ["requests", "complexity"].map((it) => Number(headers.get(`x-ratelimit-${it}-reset`)));
  const latest = Math.max(...resets.filter(Number.isFinite));
  return latest > 0 ? Math.max(0, Math.ceil((latest - Date.now()) / 1000)) : null;
}
