import type { ApiAnswer, ApiRequest } from "../../trackers/tracker-api";

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
  const nothing: ApiAnswer = { status: 0, contentType: "", retryAfterS: null, body: "" };
  if (!/^\/(?!\/)/.test(path)) return nothing;
  try {
    const response = await fetch(path, {
      method,
      body,
      headers: { Accept: "application/json", ...(body !== null && { "Content-Type": "application/json" }) },
      credentials: "same-origin",
      cache: "no-store",
      signal: AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)]),
    });
    const retryAfterS = Number(response.headers.get("retry-after") ?? Number.NaN);
    return {
      status: response.status,
      contentType: response.headers.get("content-type") ?? "",
      retryAfterS: Number.isFinite(retryAfterS) ? retryAfterS : null,
      body: await response.text(),
    };
  } catch {
    return nothing;
  }
}
