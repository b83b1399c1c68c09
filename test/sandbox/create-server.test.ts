import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createServer, type Route } from "./create-server";
import type { Handler } from "./handler";
import { sandboxCertificate } from "./tls";

const echo: Handler = async (request) =>
  new URL(request.url).pathname === "/echo"
    ? Response.json({
        url: request.url,
        method: request.method,
        cookie: request.headers.get("cookie"),
        origin: request.headers.get("origin"),
        body: await request.text(),
      })
    : null;

const pages: Handler = async (request) => {
  const { pathname } = new URL(request.url);
  if (pathname === "/cookies") {
    const response = new Response("two");
    response.headers.append("set-cookie", "a=1; Path=/");
    response.headers.append("set-cookie", "b=2; Path=/");
    return response;
  }
  if (pathname === "/empty") return new Response(null, { status: 204 });
  if (pathname === "/broken") throw new Error("broken on purpose");
  if (pathname === "/drop") return Response.error();
  return null;
};

const routes: Route[] = [
  { host: /^one\.example$/, handlers: [echo, pages] },
  { host: /\.two\.example$/, handlers: [async () => new Response("two")] },
];
const reported: unknown[] = [];
const folder = mkdtempSync(join(tmpdir(), "plumbline-server-"));
let server: ReturnType<typeof createServer>;
let port = 0;

beforeAll(async () => {
  const certificate = await sandboxCertificate(join(folder, "certificate.json"));
  server = createServer(routes, certificate, (error) => reported.push(error));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  port = address.port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

async function ask(host: string, path: string, method = "GET", headers = {}, body = "") {
  const asked = httpsRequest({
    host: "127.0.0.1",
    port,
    path,
    method,
    headers: { host, ...headers },
    rejectUnauthorized: false,
  });
  asked.end(body);
  const [answer] = (await once(asked, "response")) as [IncomingMessage];
  const text = (await answer.setEncoding("utf8").toArray()).join("");
  return { status: answer.statusCode, headers: answer.headers, text };
}

it.each([
  ["one.example", "/cookies", 200],
  ["a.two.example", "/anything", 200],
  ["one.example", "/nothing", 404],
  ["one.example", "/broken", 500],
  ["one.example", "/empty", 204],
  ["other.example", "/cookies", 421],
])("%s%s answers %i", async (host, path, status) => {
  expect((await ask(host, path)).status).toBe(status);
});

it("hands over address, method, headers and body as the browser sent them", async () => {
  const headers = { cookie: "session=ana; theme=dark", origin: "https://evil.example" };
  const { text } = await ask("one.example", "/echo?q=1", "POST", headers, "hello");
  expect(JSON.parse(text)).toEqual({
    url: "https://one.example/echo?q=1",
    method: "POST",
    cookie: "session=ana; theme=dark",
    origin: "https://evil.example",
    body: "hello",
  });
});

it("keeps cookies apart", async () => {
  const { headers } = await ask("one.example", "/cookies");
  expect(headers["set-cookie"]).toEqual(["a=1; Path=/", "b=2; Path=/"]);
});

it("reports what a handler threw", async () => {
  reported.length = 0;
  await ask("one.example", "/broken");
  expect(reported).toEqual([new Error("broken on purpose")]);
});

it("drops the connection where a handler answers Response.error()", async () => {
  await expect(ask("one.example", "/drop")).rejects.toThrow(/hang up|ECONNRESET/);
});

it("keeps its certificate for the next start, and makes a new one before it ends", async () => {
  const file = join(folder, "kept.json");
  const first = await sandboxCertificate(file);
  expect(await sandboxCertificate(file)).toEqual(first);
  const inAYear = () => new Date(Date.now() + 364.5 * 24 * 60 * 60 * 1000);
  expect((await sandboxCertificate(file, inAYear)).spki).not.toBe(first.spki);
});
