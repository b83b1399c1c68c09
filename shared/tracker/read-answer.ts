import { err, ok, type Result } from "../domain/result";
import type { Failure } from "./failure";
import { failure } from "./failure";
import type { ApiAnswer } from "./tracker-api";

/**
 * The JSON of an answer, or why there is none. A login page answered with 200 counts as signed out
 * (Jira does that, reference 2026-08).
 */
export function readAnswer(answer: ApiAnswer): Result<unknown, Failure> {
  const { status, contentType, retryAfterS, body } = answer;
  if (status === 0) return err(failure("offline"));
  if (status === 401) return err(failure("signed-out"));
  if (status === 403) return err(failure("forbidden"));
  const retryAfterMs = retryAfterS === null ? null : retryAfterS * 1000;
  if (status === 429) return err(failure("rate-limited", retryAfterMs));
  if (status >= 500) return err(failure("server", retryAfterMs));
  if (!contentType.includes("json")) return err(failure(status < 300 ? "signed-out" : "malformed"));
  try {
    return ok(JSON.parse(body));
  } catch {
    return err(failure("malformed"));
  }
}
