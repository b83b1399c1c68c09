import { afterEach, expect, it, vi } from "vitest";
import { createClient } from "./client";

afterEach(() => vi.unstubAllGlobals());

const json = { "content-type": "application/json" };
const refusal = {
  data: null,
  errors: [
    {
      message: "refused",
      extensions: { type: "invalid input", userError: true, userPresentableMessage: "Sign it off first." },
    },
  ],
};

// The classes of reference 2.4.
it.each([
  ["JSON data", () => new Response('{"data":{"a":1}}', { headers: json }), { kind: "data", data: { a: 1 } }],
  [
    "a typed error at 200",
    () => Response.json(refusal),
    { kind: "error", type: "invalid input", message: "Sign it off first.", userError: true },
  ],
  [
    "a typed error at 400",
    () => Response.json(refusal, { status: 400 }),
    { kind: "error", type: "invalid input", userError: true },
  ],
  [
    "an error without extensions",
    () => Response.json({ data: null, errors: [{ message: "x" }] }),
    { kind: "error", type: "unknown" },
  ],
  [
    "a missing content type",
    () => new Response(new TextEncoder().encode(JSON.stringify(refusal))),
    { kind: "network error" },
  ],
  ["a text 403", () => new Response("Forbidden", { status: 403 }), { kind: "network error" }],
  [
    "an HTML page at 200",
    () => new Response("<p>", { headers: { "content-type": "text/html" } }),
    { kind: "network error" },
  ],
  ["a rejected fetch", () => Promise.reject(new TypeError("Failed to fetch")), { kind: "network error" }],
])("classes %s as Linear's client does", async (_, respond, expected) => {
  vi.stubGlobal("fetch", async () => respond());
  const send = createClient("1", "tab");
  expect(await send("query Q { a }", {})).toMatchObject(expected);
});

it("sends operationName, query and variables with the session's credentials", async () => {
  const fetch = vi.fn(async (_url: URL, _init: RequestInit) => Response.json({ data: {} }));
  vi.stubGlobal("fetch", fetch);
  await createClient("75210", "tab")(
    'mutation IssueUpdate($i: I!) { issueUpdate(id: "a", input: $i) { lastSyncId } }',
    { i: 1 },
  );
  const [url, init] = fetch.mock.calls[0] ?? [];
  expect(String(url)).toBe("https://client-api.linear.app/graphql");
  expect(init).toMatchObject({ method: "POST", credentials: "include" });
  expect(JSON.parse(String(init?.body))).toMatchObject({ operationName: "IssueUpdate", variables: { i: 1 } });
  expect(new Headers(init?.headers).get("linear-client-version")).toBe("75210");
});
