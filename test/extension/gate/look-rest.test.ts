import { expect, it } from "vitest";
import { lookRestMs } from "../../../extension/gate/look-rest";

it.each<[string, number, boolean, number]>([
  ["a small look is good for a minute", 5, false, 60_000],
  ["a large one for as long as twelve calls a minute allow", 30, false, 150_000],
  ["after the page sent something a small one is repeated soon", 5, true, 5_000],
  ["and a large one later", 30, true, 30_000],
])("%s", (_, calls, isStale, ms) => {
  expect(lookRestMs(calls, isStale)).toBe(ms);
});
