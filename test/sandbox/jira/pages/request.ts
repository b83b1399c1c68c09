import type { z } from "zod";
import { errorCollection } from "./wire";

/** Jira refused, in its own words. */
export class RequestRefused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

async function messageOf(response: Response): Promise<string> {
  const text = await response.text();
  if (!response.headers.get("content-type")?.includes("json")) return text || response.statusText;
  const { errorMessages, errors } = errorCollection.parse(JSON.parse(text));
  return [...errorMessages, ...Object.values(errors)].join(" ") || response.statusText;
}

/**
 * Sends JSON to the site and reads what comes back.
 * An HTML answer means that the session ended: the page loads anew, which shows the login page.
 * @throws RequestRefused when the answer is not a 2xx.
 */
export async function request<T>(
  schema: z.ZodType<T>,
  path: string,
  init: { method?: string; body?: unknown; signal?: AbortSignal } = {},
): Promise<T> {
  const response = await fetch(path, {
    method: init.method ?? "GET",
    headers: { Accept: "application/json", "Content-Type": "application/json" },
    ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
    ...(init.signal ? { signal: init.signal } : {}),
  });
  if (!response.ok) throw new RequestRefused(response.status, await messageOf(response));
  if (response.headers.get("content-type")?.includes("text/html")) {
    location.reload();
    throw new RequestRefused(401, "You are logged out.");
  }
  const text = await response.text();
  return schema.parse(text === "" ? undefined : JSON.parse(text));
}
