import { ClientError, GraphQLClient } from "graphql-request";
import { z } from "zod";

const endpoint = "https://client-api.linear.app/graphql";

/** How Linear's client classes an answer to a request (reference 2.4, client of 2025). */
export type Answer =
  | { kind: "data"; data: unknown }
  | { kind: "error"; type: string; message: string; userError: boolean }
  | { kind: "network error"; cause: unknown };

export type Send = (query: string, variables: Record<string, unknown>) => Promise<Answer>;

const errorExtensions = z.object({
  type: z.string().default("unknown"),
  userError: z.boolean().default(false),
  userPresentableMessage: z.string().optional(),
});

const genericMessage = "Something went wrong on our side. Please try again.";

/** Asks the client API with the session's cookie. Never rejects: what goes wrong is an answer. */
export function createClient(revision: string, clientId: string): Send {
  const client = new GraphQLClient(endpoint, {
    credentials: "include",
    errorPolicy: "none",
    headers: { "Linear-Client-Version": revision, "Linear-Client-ID": clientId },
  });
  return async (query, variables) => {
    try {
      return { kind: "data", data: await client.request<unknown>(query, variables) };
    } catch (cause) {
      return answerOf(cause);
    }
  };
}

/** Classes what graphql-request threw: a GraphQL error keeps its type, everything else counts as the network. */
export function answerOf(cause: unknown): Answer {
  const error = cause instanceof ClientError ? cause.response.errors?.[0] : undefined;
  if (!error) return { kind: "network error", cause };
  const extensions = errorExtensions.safeParse(error.extensions);
  if (!extensions.success)
    return { kind: "error", type: "unknown", message: genericMessage, userError: false };
  const { type, userError, userPresentableMessage } = extensions.data;
  return { kind: "error", type, userError, message: userPresentableMessage ?? genericMessage };
}
