import { z } from "zod";
import { err, ok, type Result } from "../domain/result";
import type { WriteFailure } from "../outbox/outbox-row";
import { writeFailure } from "../outbox/outbox-sender";
import { readAnswer } from "../tracker/read-answer";
import type { ApiAnswer } from "../tracker/tracker-api";

/** Jira's error collection. */
const errorCollection = z.object({
  errorMessages: z.array(z.string()).default([]),
  errors: z.record(z.string(), z.string()).default({}),
});

/** What Jira answered to a question, in the form asked for. */
export function readJson<T>(answer: ApiAnswer, schema: z.ZodType<T>): Result<T, WriteFailure> {
  const refused = refusalIn(answer);
  if (refused !== null) return err(refused);
  const json = readAnswer(answer);
  if (!json.ok) return err(writeFailure(json.error.kind, null, json.error.retryAfterMs));
  const parsed = schema.safeParse(json.value);
  return parsed.success ? ok(parsed.data) : err(writeFailure("malformed", z.prettifyError(parsed.error)));
}

/** Whether Jira took a write; it may say so without a body. */
export function readWritten(answer: ApiAnswer): Result<void, WriteFailure> {
  const refused = refusalIn(answer);
  if (refused !== null) return err(refused);
  if (answer.status === 204 || (answer.status >= 200 && answer.status < 300 && answer.body === ""))
    return ok(undefined);
  const json = readAnswer(answer);
  return json.ok ? ok(undefined) : err(writeFailure(json.error.kind, null, json.error.retryAfterMs));
}

/** What Jira understood and will not do, in its own words. */
function refusalIn(answer: ApiAnswer): WriteFailure | null {
  const { status } = answer;
  if (status < 400 || status >= 500 || status === 401 || status === 429) return null;
  const kind = status === 403 ? "forbidden" : status === 404 ? "not-found" : "rejected";
  return writeFailure(kind, wordsIn(answer));
}

function wordsIn({ contentType, body }: ApiAnswer): string | null {
  if (!contentType.includes("json")) return null;
  const json = readAnswer({ status: 200, contentType, retryAfterS: null, body });
  const collection = errorCollection.safeParse(json.ok ? json.value : null);
  if (!collection.success) return null;
  const { errorMessages, errors } = collection.data;
  return [...errorMessages, ...Object.values(errors)].join(" ") || null;
}
