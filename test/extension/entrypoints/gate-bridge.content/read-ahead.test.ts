import { expect, it, vi } from "vitest";
import { createReadAhead } from "../../../../extension/entrypoints/gate-bridge.content/read-ahead";
import type { SprintMove } from "../../../../shared/tracker/sprint-entry";

const enter = (issue: string): SprintMove => ({ act: "enter", issue, sprint: "12" });
const settled = () => new Promise((resolve) => setTimeout(resolve));

function setUp(read = vi.fn(async (key: string): Promise<string[]> => [key, `id of ${key}`])) {
  const clock = { at: 1_000_000 };
  return { read, clock, ahead: createReadAhead(read, () => clock.at) };
}

it("lets a ticket in by each of its names for half a minute", async () => {
  const { ahead, clock } = setUp();
  ahead.expect("ATL-1");
  expect(ahead.allows([enter("ATL-1")])).toBe(false);
  await settled();
  expect(ahead.allows([enter("ATL-1")])).toBe(true);
  expect(ahead.allows([enter("id of ATL-1")])).toBe(true);
  clock.at += 30_000;
  expect(ahead.allows([enter("ATL-1")])).toBe(false);
});

it.each<[string, SprintMove[]]>([
  ["another ticket", [enter("ATL-2")]],
  ["a ticket together with another", [enter("ATL-1"), enter("ATL-2")]],
  ["a start", [{ act: "start", sprint: "12" }]],
  ["a change of state", [{ act: "change-state", issue: "ATL-1", state: "s" }]],
])("says nothing of %s", async (_, moves) => {
  const { ahead } = setUp();
  ahead.expect("ATL-1");
  await settled();
  expect(ahead.allows(moves)).toBe(false);
});

it("says nothing of what may not go in, or could not be read, and asks again each time", async () => {
  const read = vi.fn(async (key: string): Promise<string[]> => {
    if (key === "ATL-2") throw new Error("worker");
    return [];
  });
  const { ahead, clock } = setUp(read);
  for (const key of ["ATL-1", "ATL-2", "ATL-1", "ATL-2"]) {
    ahead.expect(key);
    await settled();
    clock.at += 1_000;
    expect(ahead.allows([enter(key)])).toBe(false);
  }
  expect(read.mock.calls.flat()).toEqual(["ATL-1", "ATL-2", "ATL-1", "ATL-2"]);
});

it("forgets what was read, and what is being read, once the page sends something", async () => {
  const { ahead, clock } = setUp();
  ahead.expect("ATL-1");
  await settled();
  clock.at += 1_000;
  ahead.expect("ATL-2");
  ahead.forget();
  await settled();
  expect([ahead.allows([enter("ATL-1")]), ahead.allows([enter("ATL-2")])]).toEqual([false, false]);
});

it("does not ask for each step of a focus that is moved about", () => {
  const { ahead, read } = setUp();
  for (let at = 0; at < 50; at += 1) ahead.expect(`ATL-${at}`);
  expect(read).toHaveBeenCalledTimes(1);
});
