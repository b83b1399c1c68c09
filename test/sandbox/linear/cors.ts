const page = "https://linear.app";
/** The headers that Linear's web client sends with each request. */
const clientHeaders =
  "content-type, user, useraccount, organization, linear-client-version, linear-client-id";

/** For the web client's own origin, and for no other. */
export function corsHeaders(request: Request): Record<string, string> {
  if (request.headers.get("origin") !== page) return {};
  return {
    "access-control-allow-origin": page,
    "access-control-allow-credentials": "true",
    vary: "Origin",
  };
}

/** The answer to a browser that asks whether it may send the request. */
export function preflight(cors: Record<string, string>): Response {
  const allowed = Object.keys(cors).length > 0;
  const headers = allowed
    ? {
        ...cors,
        "access-control-allow-methods": "POST, OPTIONS",
        "access-control-allow-headers": clientHeaders,
        "access-control-max-age": "600",
      }
    : undefined;
  return new Response(null, headers ? { status: 204, headers } : { status: 204 });
}
