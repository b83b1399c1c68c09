import { z } from "zod";
import { request } from "./request";

/** Operations of the pages' GraphQL gateway; as on the real site only the hash and the name travel. */
export type Operation =
  | "navigationQuery"
  | "issueViewQuery"
  | "timelineQuery"
  | "boardCardTransitionMutation";

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Asks `POST /gateway/api/graphql/pq/<sha256>?operation=<name>` and gives its `data`. */
export async function persistedQuery<T>(
  operation: Operation,
  variables: Record<string, unknown>,
  data: z.ZodType<T>,
  signal?: AbortSignal,
): Promise<T> {
  const path = `/gateway/api/graphql/pq/${await sha256(operation)}?operation=${operation}`;
  const answer = await request(z.object({ data }), path, {
    method: "POST",
    body: { variables },
    ...(signal ? { signal } : {}),
  });
  return answer.data;
}
