import type { CDPSession, Page } from "playwright-core";
import { expect, test } from "vitest";
import { useJourney } from "./harness";
import { waitForOneEach } from "./linear-units";

const journey = useJourney();
const secret = "lin_api_ana";
/** An expression: all that the extension keeps where a content script may read it, as JSON. */
const allStored = `Promise.all(["local", "sync", "session", "managed"]
  .map((area) => chrome.storage?.[area]?.get().catch(String)))
  .then((areas) => JSON.stringify(areas))`;

/** Evaluates in the world where the extension's content script runs in this page. */
async function inContentScript(page: Page): Promise<(expression: string) => Promise<unknown>> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const world = new Promise<number>((resolve) =>
    session.on("Runtime.executionContextCreated", ({ context }) => {
      if (context.origin.startsWith("chrome-extension:")) resolve(context.id);
    }),
  );
  await session.send("Runtime.enable");
  const contextId = await world;
  return async (expression) => {
    const options = { expression, contextId, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", options);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
}

test("the page of linear.app holds the key nowhere", async () => {
  const page = await journey.openLinear();
  await waitForOneEach(page, 18);
  const held = await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const texts = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie];
    const globals = Object.keys(globalThis).map((name) => String(Reflect.get(globalThis, name)));
    return [...texts, document.documentElement.outerHTML, JSON.stringify(databases), ...globals].join("\n");
  });
  expect(held).not.toContain(secret);
  expect(held.includes("plumbline-badge")).toBe(true);
});

test("a content script cannot get at the key, by storage or by asking", async () => {
  const page = await journey.openLinear();
  await waitForOneEach(page, 18);
  const run = await inContentScript(page);
  expect(await run("typeof chrome.runtime.id")).toBe("string");
  expect(await run(allStored)).not.toContain(secret);
  expect(JSON.stringify(await run("indexedDB.databases()"))).not.toContain("plumbline");
  const ask = (type: string, data: string) =>
    run(
      `chrome.runtime.sendMessage({ id: 9007, type: "${type}", timestamp: Date.now(), data: ${data} })
        .then((answer) => JSON.stringify(answer ?? null))`,
    );
  const facts = `{ workspace: "northwind", keys: ["ATL-1"] }`;
  expect(await ask("readFacts", facts), "this is how the script does ask").toContain("ATL-1");
  for (const [type, data] of [
    ["readLinearAccount", "undefined"],
    ["saveLinearKey", '"lin_api_mei"'],
    ["forgetLinearKey", "undefined"],
  ] as const) {
    expect(await ask(type, data)).toContain("may send this");
  }
});

test("the extension keeps it in none of the places that it shares with content scripts", async () => {
  const [worker] = journey.context.serviceWorkers();
  await worker?.evaluate('chrome.storage.local.set({ probe: "seen" })');
  const held = await worker?.evaluate(allStored);
  await worker?.evaluate('chrome.storage.local.remove("probe")');
  expect(held, "this is how a stored text looks").toContain("seen");
  expect(held).not.toContain(secret);
});

test("no request that the page makes carries the key", async () => {
  const hosts = new Set<string>();
  const record = async (request: { url(): string; allHeaders(): Promise<Record<string, string>> }) => {
    const headers = await request.allHeaders();
    if (JSON.stringify(headers).includes(secret)) hosts.add(new URL(request.url()).host);
  };
  const page = await journey.openLinear();
  page.on("request", (request) => void record(request));
  await page.reload();
  await waitForOneEach(page, 18);
  expect([...hosts]).toEqual([]);
  const calls = journey.sandbox.linear.requests.filter(({ host }) => host === "api.linear.app");
  expect(calls.length).toBeGreaterThan(0);
});
