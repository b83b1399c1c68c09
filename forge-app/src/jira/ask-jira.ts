import { asApp, assumeTrustedRoute, asUser, NeedsAuthenticationError } from "@forge/api";
import { z } from "zod";
import { err, ok, type Result } from "../../../shared/domain/result";

/** One call to Jira's public REST API. Whoever makes the path encodes what stands in it. */
export interface JiraRequest {
  method: "GET" | "POST" | "PUT";
  path: string;
  body?: unknown;
}

/**
 * Why Jira could not be asked. `busy`: it refuses for a while; `down`: it failed, and may not tomorrow; `hidden`: there is no such
 * thing, or the asking account may not see or do it; `refused`: it understood and will not; `malformed`: it said something else.
 */
export interface JiraFailure {
  kind: "busy" | "down" | "hidden" | "refused" | "malformed";
  status: number;
  /** How long it asked us to wait; null: it did not say. */
  retryAfterS: number | null;
  /** Its own words, where it had any. */
  words: string | null;
}

/** Asks Jira one thing and understands the answer by its schema. Never throws for what Jira may answer. */
export type AskJira = <T>(request: JiraRequest, schema: z.ZodType<T>) => Promise<Result<T, JiraFailure>>;

/** Jira as the app's own account: what it may see and do is what the site's administrators let it. */
export const askAsApp: AskJira = (request, schema) => askAs(asApp, request, schema);

/** Jira as the person in whose name a function runs, with that person's rights; nobody's: every answer is `hidden`. */
export const askAsUser: AskJira = (request, schema) => askAs(asUser, request, schema);

async function askAs<T>(
  who: typeof asApp,
  { method, path, body }: JiraRequest,
  schema: z.ZodType<T>,
): Promise<Result<T, JiraFailure>> {
  let answer: Awaited<ReturnType<ReturnType<typeof asApp>["requestJira"]>>;
  let text: string;
  try {
    answer = await who().requestJira(assumeTrustedRoute(path), {
      method,
      headers: {
        Accept: "application/json",
        ...(body !== undefined && { "Content-Type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    text = await answer.text();
  } catch (error) {
    // The platform has nobody to ask as.
    const isNobody = error instanceof NeedsAuthenticationError;
    return err({ kind: isNobody ? "hidden" : "down", status: 0, retryAfterS: null, words: String(error) });
  }
  const { status } = answer;
  const json = jsonOf(text);
  const failure = (kind: JiraFailure["kind"], words = wordsIn(json)) =>
    err({ kind, status, words, retryAfterS: secondsIn(answer.headers.get("retry-after")) });
  if (status === 429) return failure("busy");
  if (status >= 500) return failure("down");
  if (status === 401 || status === 403 || status === 404) return failure("hidden");
  if (status >= 400) return failure("refused");
  const parsed = schema.safeParse(json);
  return parsed.success ? ok(parsed.data) : failure("malformed", z.prettifyError(parsed.error));
}

/** What is waited for may be there if it is asked again later. */
export const mayPass = ({ kind }: JiraFailure): boolean => kind === "busy" || kind === "down";

const errorCollection = z.object({
  errorMessages: z.array(z.string()).default([]),
  errors: z.record(z.string(), z.string()).default({}),
});

function wordsIn(json: unknown): string | null {
  const { data } = errorCollection.safeParse(json);
  return data === undefined ? null : [...data.errorMessages, ...Object.values(data.errors)].join(" ") || null;
}

const secondsIn = (header: string | null): number | null =>
  header !== null && /^\d{1,9}$/.test(header) ? Number(header) : null;

/** A write may be answered without a body: undefined, as for what is no JSON. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
