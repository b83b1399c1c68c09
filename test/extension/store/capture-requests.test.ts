import { beforeEach, expect, it, vi } from "vitest";
import {
  type CaptureRequest,
  keepCaptureRequest,
  takeCaptureRequest,
} from "../../../extension/store/capture-requests";

const { kept } = vi.hoisted(() => ({ kept: new Map<string, unknown>() }));
vi.mock("wxt/browser", () => ({
  browser: {
    storage: {
      session: {
        get: async (name: string | null) =>
          Object.fromEntries(name === null ? kept : kept.has(name) ? [[name, kept.get(name)]] : []),
        set: async (items: object) => {
          for (const [name, value] of Object.entries(items)) kept.set(name, value);
        },
        remove: async (names: string | string[]) => {
          for (const name of [names].flat()) kept.delete(name);
        },
      },
    },
  },
}));

const request: CaptureRequest = {
  tab: 7,
  origin: "https://northwind.atlassian.net",
  tenant: "https://northwind.atlassian.net",
  key: "ATL-1",
  refused: null,
  selection: "They wait",
  theme: "dark",
  isFramed: true,
  askedAt: 1_000,
};

beforeEach(() => kept.clear());

it("is given once, to whoever has its id", async () => {
  const id = await keepCaptureRequest(request, 1_000);
  expect(await takeCaptureRequest(`${id}x`)).toBeNull();
  expect(await takeCaptureRequest(id)).toEqual(request);
  expect(await takeCaptureRequest(id)).toBeNull();
});

it("is forgotten where nobody comes for it, and nothing else is", async () => {
  kept.set("other", 1);
  const late = await keepCaptureRequest(request, 1_000);
  const id = await keepCaptureRequest({ ...request, askedAt: 90_000 }, 90_000);
  expect(await takeCaptureRequest(late)).toBeNull();
  expect(await takeCaptureRequest(id)).not.toBeNull();
  expect([...kept.keys()]).toEqual(["other"]);
});

it("is nothing where another version wrote it", async () => {
  kept.set("capture x", { tab: "7" });
  expect(await takeCaptureRequest("x")).toBeNull();
});
