import type { Striking } from "../faults";

/** What one person may ask of the public API; numbers of Linear's API keys are the default (reference: its rate-limit page). */
export interface Limits {
  requestsPerHour: number;
  complexityPerHour: number;
  complexityPerQuery: number;
}

export interface GraphqlRequest {
  host: "api.linear.app" | "client-api.linear.app";
  operationName: string | null;
  query: string;
  variables: Record<string, unknown>;
}

/** An answer given in place of the real one. */
export interface Fault extends Striking {
  match: (request: GraphqlRequest) => boolean;
  respond: (request: GraphqlRequest) => Response | Promise<Response>;
}

export interface LoggedRequest {
  host: GraphqlRequest["host"];
  operationName: string | null;
  /** By the documented rule; 0 where the query could not be read. */
  complexity: number;
  status: number;
}
