import type { ApiAnswer } from "./tracker-api";

/** What stands for an answer where nothing came back. */
export const noAnswer: ApiAnswer = { status: 0, contentType: "", retryAfterS: null, body: "" };

/** What a response says. `Retry-After` counts only where it gives seconds. Rejects where the body is cut off. */
export async function answerOf(response: Response): Promise<ApiAnswer> {
  const retryAfter = response.headers.get("retry-after") ?? "";
  return {
    status: response.status,
    contentType: response.headers.get("content-type") ?? "",
    retryAfterS: /^\d{1,9}$/.test(retryAfter) ? Number(retryAfter) : null,
    body: await response.text(),
  };
}
