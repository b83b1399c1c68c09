import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Asker } from "../../../../extension/entrypoints/gate.content/asker";
import { wrapFetch } from "../../../../extension/entrypoints/gate.content/wrap-fetch";
import { jiraScreen } from "../../../../extension/trackers/jira/gate-screen";
import type { SyntheticAnswer } from "../../../../shared/tracker/sprint-entry";

const rank = "/rest/greenhopper/1.0/sprint/rank";
const entering = JSON.stringify({ idOrKeys: ["ATL-1"], sprintId: 12 });
const refusal: SyntheticAnswer = {
  status: 400,
  contentType: "application/json",
  body: '{"errorMessages":["No."]}',
};

let native: ReturnType<typeof vi.fn>;
let asker: { [Name in keyof Asker]: ReturnType<typeof vi.fn> };
let world: Window & typeof globalThis;

beforeEach(() => {
  native = vi.fn(async (input: RequestInfo | URL, init?: RequestInit) => {
    const sent = new SiteRequest(input as Request, init);
    return Response.json({ sent: await sent.text(), method: sent.method });
  });
  asker = { ask: vi.fn(async () => null), passed: vi.fn(), wrote: vi.fn() };
  const document = { baseURI: "https://northwind.atlassian.net/jira/" };
  world = { fetch: native, Request: SiteRequest, Response, URL, Blob, document } as never;
  wrapFetch(world, jiraScreen, asker as unknown as Asker);
});

/** As the page's own `Request`, which knows where the page is. */
class SiteRequest extends Request {
  constructor(input: RequestInfo | URL, init?: RequestInit) {
    super(input instanceof Request ? input : new URL(input, "https://northwind.atlassian.net/jira/"), init);
  }
}

describe("what is none of the gate's business", () => {
  it.each<[string, Parameters<typeof fetch>]>([
    ["a read", [rank]],
    ["a read with a body that looks like one", ["/rest/api/3/issue/ATL-1", { method: "GET" }]],
    ["another write", ["/rest/api/3/issue/ATL-1/comment", { method: "POST", body: entering }]],
    [
      "a write that says nothing of sprints",
      ["/rest/api/3/issue/ATL-1", { method: "PUT", body: '{"fields":{"summary":"x"}}' }],
    ],
    ["a write to elsewhere", [`https://evil.example${rank}`, { method: "PUT", body: entering }]],
  ])("%s goes on at once, with the page's own arguments", (_, args) => {
    void world.fetch(...args);
    expect(native.mock.calls).toEqual([args]);
    for (const [at, arg] of args.entries()) expect(native.mock.calls[0]?.[at]).toBe(arg);
    expect(asker.ask).not.toHaveBeenCalled();
  });

  it("arguments that fetch refuses are refused by fetch", () => {
    native.mockImplementation(() => {
      throw new TypeError("as fetch says it");
    });
    expect(() => world.fetch("http://[", { method: "PUT" })).toThrow("as fetch says it");
  });

  it("a stream goes on untouched, and ring two is told", () => {
    const body = new ReadableStream();
    void world.fetch(rank, { method: "PUT", body, duplex: "half" } as RequestInit);
    expect(native.mock.calls[0]?.[1].body).toBe(body);
    expect(asker.passed).toHaveBeenCalledWith("unread", expect.objectContaining({ method: "PUT" }));
  });

  it("so does a form", () => {
    void world.fetch(rank, { method: "PUT", body: new FormData() });
    expect(native).toHaveBeenCalledOnce();
    expect(asker.ask).not.toHaveBeenCalled();
  });
});

describe("a request that may enter a sprint", () => {
  const bytes = new TextEncoder().encode(entering);
  const url = `https://northwind.atlassian.net${rank}`;
  it.each<[string, () => Parameters<typeof fetch>]>([
    ["as text", () => [rank, { method: "PUT", body: entering }]],
    ["in small letters", () => [rank, { method: "put", body: entering }]],
    ["as bytes", () => [rank, { method: "PUT", body: bytes }]],
    ["as a buffer", () => [rank, { method: "PUT", body: bytes.buffer }]],
    ["as a blob", () => [rank, { method: "PUT", body: new Blob([entering]) }]],
    ["as a Request", () => [new SiteRequest(rank, { method: "PUT", body: entering })]],
    [
      "as a Request with a body of its own",
      () => [new SiteRequest(rank, { method: "PUT", body: "{}" }), { body: entering }],
    ],
    ["with an address that is an object", () => [new URL(url), { method: "PUT", body: entering }]],
  ])("%s is asked about, and sent as it was", async (_, args) => {
    const response = await world.fetch(...args());
    expect(asker.ask).toHaveBeenCalledWith(
      expect.objectContaining({ url, body: entering }),
      expect.anything(),
    );
    expect(await response.json()).toMatchObject({ sent: entering });
  });

  it("is not sent where it is refused, and the page gets the tracker's own answer", async () => {
    asker.ask.mockResolvedValue(refusal);
    const response = await world.fetch(rank, { method: "PUT", body: entering });
    expect(native).not.toHaveBeenCalled();
    expect([response.status, response.ok, response.url]).toEqual([400, false, url]);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(await response.json()).toEqual({ errorMessages: ["No."] });
  });

  it("is sent as it was when the page asked, whatever the page changes while it waits", async () => {
    const init = { method: "PUT", body: entering, headers: { "X-Mine": "1" } };
    let letGo: (it: null) => void = () => undefined;
    asker.ask.mockReturnValue(new Promise((resolve) => (letGo = resolve)));
    const sent = world.fetch(rank, init);
    init.body = "changed";
    letGo(null);
    expect(await (await sent).json()).toMatchObject({ sent: entering });
  });

  it("is taken back by the page's own signal, which the gate hears, too", async () => {
    const abort = new AbortController();
    await world.fetch(rank, { method: "PUT", body: entering, signal: abort.signal });
    const signal: AbortSignal = asker.ask.mock.calls[0]?.[1];
    abort.abort();
    expect(signal.aborted).toBe(true);
  });
});

it("looks like the browser's own to a page that checks", () => {
  const original = globalThis.fetch;
  const bare = {
    fetch: original,
    Request,
    Response,
    URL,
    Blob,
    document: { baseURI: "https://a.example" },
  } as never as typeof world;
  wrapFetch(bare, jiraScreen, asker as unknown as Asker);
  expect(Function.prototype.toString.call(bare.fetch)).toContain("[native code]");
  expect([bare.fetch.name, bare.fetch.length]).toEqual([original.name, original.length]);
});
