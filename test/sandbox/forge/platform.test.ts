import { kvs } from "@forge/kvs";
import { afterEach, describe, expect, it, vi } from "vitest";
import { forgeStage } from "../../forge-app/forge-stage";
import { appFolder } from "../../forge-app/open-stage";
import { passesFilter } from "./events";
import { nothingWaited, runInvocation } from "./invocations";
import { JiraProxy } from "./jira-proxy";
import { KeyValueStore, kvsLimits } from "./key-value-store";
import { readManifest } from "./manifest";

afterEach(() => vi.useRealTimers());

/** Runs something against a store through the real package. */
function inStore<T>(run: () => Promise<T>, store = new KeyValueStore(() => Date.now())): Promise<T> {
  const invocation = {
    app: { id: "app", environment: "development" },
    ...{ functionKey: "f", moduleKey: "m", accountId: null, isEnded: false, deadline: Date.now() + 60_000 },
    waiting: nothingWaited(),
    fetch: async (_: unknown, path: string, init: RequestInit) =>
      store.answer(path, JSON.parse(String(init.body))),
  };
  return runInvocation(invocation, Date.now, run);
}

describe("the key-value store, asked by the real package,", () => {
  it("gives back what was set, and nothing for what was not", async () => {
    await inStore(async () => {
      await kvs.set("a:1", { b: [1] });
      expect(await kvs.get("a:1")).toEqual({ b: [1] });
      expect(await kvs.get("a:2")).toBeUndefined();
      await kvs.delete("a:1");
      expect(await kvs.get("a:1")).toBeUndefined();
    });
  });

  it.each<[string, () => Promise<unknown>, number]>([
    ["a value that is too large", () => kvs.set("a", "x".repeat(kvsLimits.valueBytes)), 400],
    ["a key of a wrong shape", () => kvs.set("a/b", 1), 400],
    ["a key that is too long", () => kvs.set("a".repeat(501), 1), 400],
    [
      "a key that exists, where it must not",
      async () => {
        await kvs.set("a", 1);
        await kvs.set("a", 2, { keyPolicy: "FAIL_IF_EXISTS" });
      },
      409,
    ],
    [
      "more writing than a minute allows",
      async () => {
        for (let at = 0; at <= kvsLimits.writeUnitsPerMinute / 20; at += 1)
          await kvs.set(`a:${at}`, "x".repeat(199_000));
      },
      429,
    ],
    ["what is not modelled", () => kvs.setSecret("a", 1), 501],
  ])("refuses %s", async (_, act, status) => {
    const failed = inStore(act);
    await expect(failed).rejects.toMatchObject({ responseDetails: { status } });
  });
});

it("refuses a call whose scope the manifest does not name, and one that is not modelled", async () => {
  const stage = await forgeStage();
  const proxy = new JiraProxy(async () => Response.json({}), "https://northwind.atlassian.net", new Set());
  const missing = await proxy.answer(stage.platform.app, "/rest/api/3/myself", {});
  const unknown = await proxy.answer(stage.platform.app, "/rest/api/3/serverInfo", {});
  expect([missing.status, unknown.status]).toEqual([403, 501]);
});

it("answers nobody outside an invocation", async () => {
  await forgeStage();
  await inStore(async () => {});
  await expect(kvs.get("a")).rejects.toThrow("outside an invocation");
});

describe("the filter of the trigger", () => {
  const filter = readManifest(appFolder).modules.trigger.find(({ key }) => key === "issue-moved")?.filter;
  const event = (...items: [field: string, fieldtype?: string][]) => ({
    changelog: { items: items.map(([field, fieldtype]) => ({ field, fieldtype })) },
  });

  it.each<[string, Record<string, unknown>, boolean]>([
    ["a Sprint change", event(["summary", "jira"], ["Sprint", "custom"]), true],
    ["a Sprint change where that has another name", event(["Iteration", "custom"]), true],
    ["a change that does not say of what kind it is", event(["Iteration"]), true],
    ["another change", event(["summary", "jira"]), false],
    ["no changelog", {}, false],
    ["its own change", { ...event(["Sprint", "custom"]), selfGenerated: true }, false],
    ["a changelog that breaks the expression", { changelog: { items: { some: 1 } } }, true],
  ])("lets through %s: or not", (_, it, passes) => {
    expect(filter && passesFilter(it, filter)).toBe(passes);
  });
});

it("ends a function that takes longer than the platform allows, and delivers its event again", async () => {
  const stage = await forgeStage({ mode: "block" }, { latencyMs: 6_000 });
  await stage.ask("tom", "POST", "/rest/agile/1.0/sprint/2/issue", { issues: ["ATL-6"] });
  await stage.platform.settle();
  const outcomes = stage.platform.invoked.map(({ outcome }) => outcome);
  expect(outcomes[0]).toBe("ended");
  expect(outcomes.length).toBe(5);
  expect(stage.platform.failures).toEqual([expect.stringContaining("given up after its last try")]);
});
