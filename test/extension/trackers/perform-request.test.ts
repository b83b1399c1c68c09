import { describe, expect, it, vi } from "vitest";
import { performRequest } from "../../../extension/trackers/perform-request";
import type { ApiRequest } from "../../../shared/tracker/tracker-api";

const nothing = { status: 0, contentType: "", retryAfterS: null, body: "" };
const never = new AbortController().signal;
const asking = (over: Partial<ApiRequest> = {}): ApiRequest => ({
  method: "GET",
  path: "/rest/api/3/myself",
  body: null,
  asked: [],
  ...over,
});
const answering = (response: Response) => vi.fn<typeof fetch>(async () => response);

describe("a planned call", () => {
  it("goes out with the person's session, to this origin, past every cache", async () => {
    const fetch = answering(Response.json({ a: 1 }));
    await performRequest(asking({ method: "POST", body: "{}" }), never, fetch);
    expect(fetch).toHaveBeenCalledWith(
      "/rest/api/3/myself",
      expect.objectContaining({
        method: "POST",
        body: "{}",
        headers: { Accept: "application/json", "Content-Type": "application/json" },
        credentials: "same-origin",
        cache: "no-store",
        redirect: "manual",
      }),
    );
  });

  it("gives back what came, believing nothing of it", async () => {
    const response = new Response("<p>", {
      status: 503,
      headers: { "content-type": "text/html", "retry-after": "3" },
    });
    expect(await performRequest(asking(), never, answering(response))).toEqual({
      status: 503,
      contentType: "text/html",
      retryAfterS: 3,
      body: "<p>",
    });
  });

  it.each([
    ["", null],
    ["0", 0],
    ["120", 120],
    ["-1", null],
    ["1.5", null],
    ["soon", null],
    ["Infinity", null],
    ["9".repeat(400), null],
    ["Sat, 21 Nov 2026 12:00:30 GMT", 30],
    ["Sat, 21 Nov 2026 11:00:00 GMT", 0],
    ["Sat, 21 Nov 2026", null],
    ["no GMT", null],
  ])("Retry-After %j is %j seconds", async (header, seconds) => {
    const headers = { "retry-after": header, date: "Sat, 21 Nov 2026 12:00:00 GMT" };
    const response = new Response("", { status: 429, headers });
    expect((await performRequest(asking(), never, answering(response))).retryAfterS).toBe(seconds);
  });

  it.each([
    [429, 60],
    [500, null],
  ])("with %i and no Retry-After, the window's reset counts as %j seconds", async (status, seconds) => {
    const headers = { "x-ratelimit-reset": "2026-11-21T12:01:00Z", date: "Sat, 21 Nov 2026 12:00:00 GMT" };
    const answer = await performRequest(asking(), never, answering(new Response("", { status, headers })));
    expect(answer.retryAfterS).toBe(seconds);
  });

  it("says where few calls are left", async () => {
    const near = new Response("", { headers: { "x-ratelimit-nearlimit": "true" } });
    expect((await performRequest(asking(), never, answering(near))).nearLimit).toBe(true);
  });

  it("takes a redirect, which is not followed, for a login page", async () => {
    const redirect = Object.defineProperty(new Response(), "type", { value: "opaqueredirect" });
    expect((await performRequest(asking(), never, answering(redirect))).status).toBe(401);
  });

  it.each([
    "https://evil.example/rest",
    "//evil.example/rest",
    "/\\evil.example/rest",
    "/\t/evil.example/rest",
    "/\n/evil.example",
    "rest/api",
    "javascript:alert(1)",
    "",
    " /rest",
  ])("refuses the path %j, which may lead elsewhere", async (path) => {
    const fetch = answering(Response.json({}));
    expect(await performRequest(asking({ path }), never, fetch)).toEqual(nothing);
    expect(fetch).not.toHaveBeenCalled();
  });

  it("is nothing where the network fails", async () => {
    const fetch = vi.fn<typeof globalThis.fetch>(() => Promise.reject(new TypeError("Failed to fetch")));
    expect(await performRequest(asking(), never, fetch)).toEqual(nothing);
  });

  it("is nothing where the answer breaks off", async () => {
    const body = new ReadableStream({ start: (controller) => controller.error(new TypeError("cut")) });
    expect(await performRequest(asking(), never, answering(new Response(body)))).toEqual(nothing);
  });

  it("ends with the page", async () => {
    const page = new AbortController();
    const fetch: typeof globalThis.fetch = (_, init) =>
      new Promise((_resolve, reject) =>
        init?.signal?.addEventListener("abort", () => reject(new Error("gone"))),
      );
    const call = performRequest(asking(), page.signal, fetch);
    page.abort();
    expect(await call).toEqual(nothing);
  });
});
