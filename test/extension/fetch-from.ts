import type { Handler } from "../sandbox/handler";

/** Handlers answer as a network does: `Response.error()` becomes a rejected fetch. */
export function fetchFrom(
  handler: Handler,
  origin: string,
  headers: Record<string, string>,
): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(new URL(String(input), origin), init);
    for (const [name, value] of Object.entries(headers)) request.headers.set(name, value);
    const response = await handler(request);
    if (response === null) throw new Error(`nobody answers ${request.url}`);
    if (response.type === "error") throw new TypeError("Failed to fetch");
    return response;
  };
}
