import { striking } from "../faults";
import type { Handler } from "../handler";
import { answerQuery } from "./answer-query";
import { corsHeaders, preflight } from "./cors";
import { errorResponse } from "./error-response";
import { invalidInput, LinearError } from "./linear-error";
import { createBuckets } from "./rate-limit";
import type { GraphqlRequest } from "./traffic";
import type { LinearWorkspace } from "./workspace";

/**
 * Linear's GraphQL: the public API at https://api.linear.app/graphql for an API key (`Authorization: lin_api_<personId>`),
 * and the web client's own at https://client-api.linear.app/graphql for a session (cookie `session=<personId>`), which
 * answers https://linear.app across origins and is not limited.
 */
export function linearApi(workspace: LinearWorkspace): Handler {
  const buckets = { requests: createBuckets(workspace.now), complexity: createBuckets(workspace.now) };
  return async (request) => {
    const { host, pathname } = new URL(request.url);
    if (host !== "api.linear.app" && host !== "client-api.linear.app") return null;
    if (pathname !== "/graphql") return new Response("Not Found", { status: 404 });
    const cors = host === "client-api.linear.app" ? corsHeaders(request) : {};
    if (request.method === "OPTIONS") return preflight(cors);
    if (request.method !== "POST") return new Response("Method Not Allowed", { status: 405, headers: cors });

    const asked = await readRequest(request, host);
    const answered =
      asked instanceof LinearError
        ? { response: errorResponse(400, [asked]), complexity: 0 }
        : await answer(asked, request);
    const { response, complexity } = answered;
    workspace.requests.push({
      host,
      operationName: asked instanceof LinearError ? null : asked.operationName,
      complexity,
      status: response.status,
    });
    for (const [name, value] of Object.entries(cors)) response.headers.set(name, value);
    return response;
  };

  async function answer(asked: GraphqlRequest, request: Request) {
    const fault = striking(workspace.faults, (it) => it.match(asked), workspace.random);
    if (fault !== null) {
      return { response: await fault.respond(asked), complexity: 0 };
    }
    const user = workspace.userOf(personOf(request, asked.host));
    if (!user) {
      const refusal = new LinearError(
        "authentication error",
        "Authentication required, not authenticated",
        "You need to authenticate to access this operation.",
      );
      return { response: errorResponse(401, [refusal]), complexity: 0 };
    }
    return answerQuery(workspace, buckets, user, asked);
  }
}

function personOf(request: Request, host: GraphqlRequest["host"]): string {
  if (host === "api.linear.app") {
    return /^lin_api_(.+)$/.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
  }
  return /(?:^|;\s*)session=([^;]+)/.exec(request.headers.get("cookie") ?? "")?.[1] ?? "";
}

async function readRequest(
  request: Request,
  host: GraphqlRequest["host"],
): Promise<GraphqlRequest | LinearError> {
  if (!request.headers.get("content-type")?.includes("application/json")) {
    return invalidInput("The request must be application/json");
  }
  const text = await request.text();
  const body = parsed(text);
  if (typeof body !== "object" || body === null || !("query" in body) || typeof body.query !== "string") {
    return invalidInput("The request must be a JSON object with a query");
  }
  const variables = "variables" in body ? body.variables : undefined;
  return {
    host,
    query: body.query,
    operationName:
      "operationName" in body && typeof body.operationName === "string" ? body.operationName : null,
    variables: typeof variables === "object" && variables !== null ? { ...variables } : {},
  };
}

/** The value of a JSON text; undefined where it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
