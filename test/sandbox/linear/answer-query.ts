import { type DocumentNode, execute, GraphQLError, getOperationAST, parse, validate } from "graphql";
import { complexityOf } from "./complexity";
import { errorBody, errorResponse } from "./error-response";
import { invalidInput, LinearError } from "./linear-error";
import type { Entity, User } from "./model";
import type { Allowance, Buckets } from "./rate-limit";
import { type Asking, resolveField } from "./resolve";
import { linearSchema } from "./schema";
import type { GraphqlRequest } from "./traffic";
import type { LinearWorkspace } from "./workspace";

/**
 * Executes a query as one person. On the public host each costs a request and its complexity; what is over a limit gets
 * HTTP 400 with code RATELIMITED, and a single query over 10,000 points HTTP 400 too.
 */
export async function answerQuery(
  workspace: LinearWorkspace,
  buckets: { requests: Buckets; complexity: Buckets },
  user: User,
  asked: GraphqlRequest,
): Promise<{ response: Response; complexity: number }> {
  const schema = linearSchema();
  const document = readDocument(asked.query);
  if (document instanceof GraphQLError) return { response: errorResponse(400, [document]), complexity: 0 };
  const wrong = validate(schema, document);
  if (wrong.length > 0) return { response: errorResponse(400, wrong), complexity: 0 };
  const operation = getOperationAST(document, asked.operationName);
  if (!operation) {
    return { response: errorResponse(400, [new GraphQLError("Unknown operation")]), complexity: 0 };
  }
  const complexity = complexityOf(schema, document, operation, asked.variables);
  const limited = asked.host === "api.linear.app" ? limit(complexity) : null;
  if (limited?.refusal) {
    return { response: errorResponse(400, [limited.refusal], limited.headers), complexity };
  }

  const contextValue: Asking = {
    site: workspace,
    viewerId: user.id,
    rateLimits: () => ({ identifier: user.id, kind: "apiKey", limits: limited?.status ?? [] }),
  };
  const { data, errors } = await execute({
    schema,
    document,
    operationName: asked.operationName,
    variableValues: asked.variables,
    contextValue,
    fieldResolver: resolveField,
    typeResolver: ({ typename }: Entity) => typename,
  });
  const status = data === undefined ? 400 : 200;
  const body = { data: data ?? null, ...(errors ? { errors: errors.map(errorBody) } : {}) };
  return { response: Response.json(body, { status, headers: limited?.headers ?? {} }), complexity };

  function limit(cost: number) {
    const { limits } = workspace;
    const requests = buckets.requests(user.id, 1, limits.requestsPerHour);
    const points = buckets.complexity(user.id, cost, limits.complexityPerHour);
    const headers = limitHeaders(cost, requests, points);
    const status = [
      { type: "apiRequests", ...limitStatus(requests, 1) },
      { type: "apiComplexity", ...limitStatus(points, cost) },
    ];
    return { headers, status, refusal: refusalOf(cost, limits.complexityPerQuery, requests, points) };
  }
}

function refusalOf(cost: number, most: number, requests: Allowance, points: Allowance): LinearError | null {
  if (!requests.allowed || !points.allowed) {
    const what = requests.allowed ? `${points.limit} points of complexity` : `${requests.limit} requests`;
    const sentence = `Rate limit exceeded. Only ${what} are allowed per 1 hour.`;
    return new LinearError("ratelimited", sentence);
  }
  return cost > most ? invalidInput(`Query too complex: ${cost} points, at most ${most} are allowed`) : null;
}

function limitHeaders(cost: number, requests: Allowance, points: Allowance): Record<string, string> {
  const wait = Math.max(requests.retryAfterSeconds, points.retryAfterSeconds);
  return {
    "x-ratelimit-requests-limit": String(requests.limit),
    "x-ratelimit-requests-remaining": String(requests.remaining),
    "x-ratelimit-requests-reset": String(requests.resetMs),
    "x-complexity": String(cost),
    "x-ratelimit-complexity-limit": String(points.limit),
    "x-ratelimit-complexity-remaining": String(points.remaining),
    "x-ratelimit-complexity-reset": String(points.resetMs),
    ...(wait > 0 ? { "retry-after": String(wait) } : {}),
  };
}

const limitStatus = ({ limit, remaining, resetMs }: Allowance, requestedAmount: number) => ({
  allowedAmount: limit,
  remainingAmount: remaining,
  requestedAmount,
  period: 3_600_000,
  reset: resetMs,
});

function readDocument(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}
