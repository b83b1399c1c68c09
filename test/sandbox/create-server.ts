import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer as createTlsServer, type Server } from "node:https";
import type { Handler } from "./handler";
import type { Certificate } from "./tls";

/** Handlers of the hosts that a pattern names; the first that does not answer null wins. */
export interface Route {
  host: RegExp;
  handlers: Handler[];
}

/**
 * A TLS server that plays several hosts: the Host header chooses the handlers. An unknown host gets 421, a request that no
 * handler takes 404, and a handler that throws 500 after `report` has seen the error.
 */
export function createServer(
  routes: Route[],
  { key, cert }: Pick<Certificate, "key" | "cert">,
  report: (error: unknown, request: Request) => void = (error, request) =>
    console.error(`${request.method} ${request.url} failed:`, error),
): Server {
  return createTlsServer({ key, cert }, (incoming, outgoing) => {
    // An error here is a connection lost while reading or writing: there is nobody left to answer.
    serve(incoming, outgoing).catch(() => outgoing.destroy());
  });

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const request = await requestOf(incoming);
    const response = await answer(request);
    if (response.type === "error") outgoing.destroy();
    else await send(response, outgoing);
  }

  async function answer(request: Request): Promise<Response> {
    const { hostname } = new URL(request.url);
    const route = routes.find((it) => it.host.test(hostname));
    if (!route) return new Response(`No such host: ${hostname}`, { status: 421 });
    try {
      for (const handler of route.handlers) {
        const response = await handler(request);
        if (response) return response;
      }
    } catch (error) {
      report(error, request);
      return new Response("Internal Server Error", { status: 500 });
    }
    return new Response("Not Found", { status: 404 });
  }
}

async function requestOf(incoming: IncomingMessage): Promise<Request> {
  const headers = new Headers();
  for (let at = 0; at < incoming.rawHeaders.length; at += 2) {
    headers.append(incoming.rawHeaders[at] ?? "", incoming.rawHeaders[at + 1] ?? "");
  }
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const method = incoming.method ?? "GET";
  const bodiless = method === "GET" || method === "HEAD";
  return new Request(`https://${incoming.headers.host ?? "localhost"}${incoming.url ?? "/"}`, {
    method,
    headers,
    body: bodiless ? null : Buffer.concat(chunks),
  });
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  outgoing.statusCode = response.status;
  for (const [name, value] of response.headers) {
    if (name !== "set-cookie") outgoing.setHeader(name, value);
  }
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader("set-cookie", cookies);
  outgoing.setHeader("content-length", body.length);
  outgoing.end(outgoing.req.method === "HEAD" ? undefined : body);
}
