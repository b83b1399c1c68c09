import { describe, expect, it } from "vitest";
import { createBuckets } from "./rate-limit";

describe("a leaky bucket", () => {
  it("refuses what does not fit, and lets it in when enough has leaked", () => {
    let time = 0;
    const take = createBuckets(() => new Date(time));
    expect(take("ana", 60, 100)).toMatchObject({ allowed: true, remaining: 40, retryAfterSeconds: 0 });
    expect(take("ana", 60, 100)).toMatchObject({ allowed: false, remaining: 40, retryAfterSeconds: 720 });
    expect(take("raj", 60, 100).allowed).toBe(true);
    time = 720_000;
    expect(take("ana", 60, 100).allowed).toBe(true);
  });

  it("is empty again at the time of reset", () => {
    let time = 1000;
    const take = createBuckets(() => new Date(time));
    const { resetMs } = take("ana", 50, 100);
    expect(resetMs).toBe(1000 + 1_800_000);
    time = resetMs;
    expect(take("ana", 100, 100).allowed).toBe(true);
  });
});
