import { describe, expect, it, vi } from "vitest";
import { callLinear } from "../../../extension/facts/call-linear";

const request = { method: "POST" as const, path: "https://api.linear.app/graphql", body: "{}" };

describe("a call to Linear", () => {
  it("carries the key as it is and no cookies", async () => {
    const fetch = vi.fn<typeof globalThis.fetch>(async () =>
      Response.json({}, { status: 400, headers: { "retry-after": "9" } }),
    );
    expect(await callLinear(request, "lin_api_x", fetch)).toEqual({
      status: 400,
      contentType: "application/json",
      retryAfterS: 9,
      body: "{}",
    });
    expect(fetch).toHaveBeenCalledWith(
      request.path,
      expect.objectContaining({
        method: "POST",
        headers: { "Content-Type": "application/json", Authorization: "lin_api_x" },
        credentials: "omit",
      }),
    );
  });

  it("has status 0 where nothing comes back", async () => {
    const fetch = () => Promise.reject(new TypeError("Failed to fetch"));
    expect(await callLinear(request, "lin_api_x", fetch)).toEqual({
      status: 0,
      contentType: "",
      retryAfterS: null,
      body: "",
    });
  });
});
