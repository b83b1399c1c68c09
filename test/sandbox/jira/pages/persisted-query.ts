import { z } from "zod";
import { RequestRefused, request } from "./request";

/** Operations of the pages' GraphQL gateway; as on the real site only the hash and the name travel. */
export type Operation =
  | "navigationQuery"
  | "issueViewQuery"
  | "timelineQuery"
  | "sprintFieldOptionsQuery"
  | "issueFieldSprint_updateSprintMutation"
  | "boardCardTransitionMutation";

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** GraphQL says what went wrong inside an answer of status 200. */
const answered = z.object({
  data: z.unknown(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        extensions: z.object({ statusCode: z.number().optional() }).nullish(),
      }),
    )
    .nullish(),
});

/**
 * Asks `POST /gateway/api/graphql/pq/<sha256>?operation=<name>` and gives its `data`.
 * @throws RequestRefused where the answer says what went wrong, by its status or inside.
 */
export async function persistedQuery<T>(
  operation: Operation,
  variables: Record<string, unknown>,
  data: z.ZodType<T>,
  signal?: AbortSignal,
): Promise<T> {
  const path = `/gateway/api/graphql/pq/${await sha256(operation)}?operation=${operation}`;
  const answer = await request(answered, path, {
    method: "POST",
    body: { variables },
    ...(signal ? { signal } : {}),
  });
  const [error] = answer.errors ?? [];
  if (error) throw new RequestRefused(error.extensions?.statusCode ?? 200, error.message);
  return data.parse(answer.data);
}
