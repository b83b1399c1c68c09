import { beforeEach, describe, expect, it, vi } from "vitest";
import { askBackground } from "../../../extension/messaging/ask-background";
import { onMessage } from "../../../extension/messaging/extension-protocol";
import { createExtensionBus } from "./extension-bus";

const held = vi.hoisted(() => ({ runtime: undefined as unknown }));
vi.mock("wxt/browser", () => ({ browser: held }));

const question = { workspace: null, keys: ["ATL-1"] };
const plan = { requests: [], failure: null, busyMs: null };

beforeEach(() => {
  const bus = createExtensionBus("abcdefghijklmnop");
  held.runtime = bus.runtime;
  vi.stubGlobal("chrome", bus);
});

describe("a content script's question to the background, which answers by the library", () => {
  it("is heard, and answered", async () => {
    const stop = onMessage("planFetch", ({ data }) => {
      expect(data).toEqual(question);
      return plan;
    });
    expect(await askBackground("planFetch", question)).toEqual(plan);
    stop();
  });

  it("fails where the answer does", async () => {
    const stop = onMessage("planFetch", () => {
      throw new RangeError("too many");
    });
    await expect(askBackground("planFetch", question)).rejects.toThrow("too many");
    stop();
  });

  it("fails where nobody answers", async () => {
    await expect(askBackground("planFetch", question)).rejects.toThrow("No answer");
  });
});
