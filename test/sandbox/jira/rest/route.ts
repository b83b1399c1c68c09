import type { z } from "zod";
import { err, ok, type Result } from "../../../../shared/domain/result";
import type { JiraUser } from "../records";
import type { Refusal } from "../refusal";
import type { JiraSite } from "../site";

/** One request to a route, with who asks and what the path's `{name}` parts were. */
export interface ApiCall {
  site: JiraSite;
  by: JiraUser;
  request: Request;
  url: URL;
  params: Readonly<Record<string, string>>;
}

/** An endpoint; `path` has its variable parts in braces, as the specification writes them. */
export interface Route {
  method: "GET" | "POST" | "PUT" | "DELETE";
  path: string;
  answer: (call: ApiCall) => Promise<Response> | Response;
}

/** Version 2 of the platform API has rich text as plain text, version 3 as documents. */
export const apiVersionOf = ({ params }: ApiCall): 2 | 3 => (params.apiVersion === "2" ? 2 : 3);

export const json = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: {
      "Content-Type": "application/json;charset=UTF-8",
      "Cache-Control": "no-cache, no-store, no-transform",
    },
  });

export const noContent = (): Response => new Response(null, { status: 204 });

/** Jira's error collection. */
export const refusal = ({ status, errorMessages, errors }: Refusal): Response =>
  json(status, { errorMessages, errors });

/** A refusal in one sentence. */
export const refused = (status: Refusal["status"], message: string): Response =>
  refusal({ status, errorMessages: [message], errors: {} });

/** The answer to an operation: its refusal, or what `body` makes of its value. */
export function answer<T>(result: Result<T, Refusal>, body: (value: T) => Response): Response {
  return result.ok ? body(result.value) : refusal(result.error);
}

/** The request's JSON, parsed; Jira's 400 for anything that does not fit. */
export async function readBody<T>({ request }: ApiCall, schema: z.ZodType<T>): Promise<Result<T, Refusal>> {
  const text = await request.text();
  const invalid = (detail: string): Result<T, Refusal> =>
    err({
      status: 400,
      errorMessages: [
        `Invalid request payload. Refer to the REST API documentation and try again. ${detail}`.trim(),
      ],
      errors: {},
    });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return invalid("");
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  return invalid(issue === undefined ? "" : `${issue.path.join(".")}: ${issue.message}`);
}

/** A query parameter that may be repeated and may hold commas; undefined when it is absent. */
export function listParam(url: URL, name: string): string[] | undefined {
  const values = url.searchParams.getAll(name);
  if (values.length === 0) return undefined;
  return values
    .flatMap((value) => value.split(","))
    .map((value) => value.trim())
    .filter((value) => value !== "");
}

/** A whole number that is not negative; `fallback` where it is absent or something else, at most `most`. */
export function numberParam(
  url: URL,
  name: string,
  fallback: number,
  most = Number.MAX_SAFE_INTEGER,
): number {
  const text = url.searchParams.get(name) ?? "";
  return Math.min(/^\d+$/.test(text) ? Number(text) : fallback, most);
}
