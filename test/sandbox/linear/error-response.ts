import { GraphQLError } from "graphql";
import { LinearError } from "./linear-error";

/** One error of an answer in Linear's shape; an error that is neither Linear's nor GraphQL's is a fault of the sandbox and thrown. */
export function errorBody(error: GraphQLError | LinearError): object {
  if (error instanceof LinearError) return { message: error.message, extensions: error.extensions };
  const { message, path, locations, originalError } = error;
  const place = { ...(path ? { path } : {}), ...(locations ? { locations } : {}) };
  if (originalError instanceof LinearError) {
    return { message, ...place, extensions: originalError.extensions };
  }
  if (originalError && !(originalError instanceof GraphQLError)) throw originalError;
  return { message, ...place, extensions: new LinearError("graphql error", message).extensions };
}

export function errorResponse(
  status: number,
  errors: readonly (GraphQLError | LinearError)[],
  headers: Record<string, string> = {},
): Response {
  return Response.json({ data: null, errors: errors.map(errorBody) }, { status, headers });
}
