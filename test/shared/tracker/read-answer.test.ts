import { describe, expect, it } from "vitest";
import { readAnswer } from "../../../shared/tracker/read-answer";
import type { ApiAnswer } from "../../../shared/tracker/tracker-api";

const answer = (over: Partial<ApiAnswer> = {}): ApiAnswer => ({
  status: 200,
  contentType: "application/json;charset=UTF-8",
  retryAfterS: null,
  body: '{"a":1}',
  ...over,
});

describe("an answer", () => {
  it.each([
    ["JSON", {}],
    [
      "problem+json, whatever the status says below 500",
      { status: 404, contentType: "application/problem+json" },
    ],
  ])("is its JSON: %s", (_, over) => {
    expect(readAnswer(answer(over))).toEqual({ ok: true, value: { a: 1 } });
  });

  it.each<[Partial<ApiAnswer>, string, number | null]>([
    [{ status: 0 }, "offline", null],
    [{ status: 401 }, "signed-out", null],
    [{ status: 403 }, "forbidden", null],
    [{ status: 429 }, "rate-limited", null],
    [{ status: 429, retryAfterS: 0 }, "rate-limited", 0],
    [{ status: 429, retryAfterS: 12 }, "rate-limited", 12_000],
    [{ status: 500 }, "server", null],
    [{ status: 503, contentType: "text/html" }, "server", null],
    [{ contentType: "text/html" }, "signed-out", null],
    [{ contentType: "" }, "signed-out", null],
    [{ status: 404, contentType: "text/html" }, "malformed", null],
    [{ body: "" }, "malformed", null],
    [{ body: '{"a":' }, "malformed", null],
    [{ body: "<html>" }, "malformed", null],
  ])("%j is %s", (over, kind, retryAfterMs) => {
    expect(readAnswer(answer(over))).toEqual({ ok: false, error: { kind, retryAfterMs } });
  });
});
