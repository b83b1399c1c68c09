import type { ApiAnswer } from "./tracker-api";

/** What stands for an answer where nothing came back. */
export const noAnswer: ApiAnswer = { status: 0, contentType: "", retryAfterS: null, body: "" };

/**
 * What a response says. One that leads elsewhere and was not followed counts as 401: a tracker's API redirects to
 * nothing but its login page. Rejects where the body is cut off.
 */
export async function answerOf(response: Response): Promise<ApiAnswer> {
  const { headers, type } = response;
  const status = type === "opaqueredirect" ? 401 : response.status;
  return {
    status,
    contentType: headers.get("content-type") ?? "",
    retryAfterS: waitS(headers, status === 429),
    ...(headers.get("x-ratelimit-nearlimit") === "true" && { nearLimit: true }),
    body: await response.text(),
  };
}

/** `Retry-After` in seconds or as an HTTP date by the server's own clock; for a limit also Jira's ISO `X-RateLimit-Reset`. */
function waitS(headers: Headers, isLimit: boolean): number | null {
  const after = headers.get("retry-after") ?? (isLimit ? headers.get("x-ratelimit-reset") : null) ?? "";
  if (/^\d{1,9}$/.test(after)) return Number(after);
  // Anything less like a date would still be read as one: "1.5" as the fifth of January.
  if (!/ GMT$|^\d{4}-.*T/.test(after)) return null;
  const waitMs = Date.parse(after) - (Date.parse(headers.get("date") ?? "") || Date.now());
  return Number.isNaN(waitMs) ? null : Math.max(0, Math.ceil(waitMs / 1000));
}
