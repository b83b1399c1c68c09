import { expect, it, vi } from "vitest";
import { enterAsApp } from "../../../forge-app/ui/enter-as-app";
import { err, ok } from "../../../shared/domain/result";
import { writeFailure } from "../../../shared/outbox/outbox-sender";
import type { SweepPort } from "../../../shared/tracker/sweep-port";

const { signal } = new AbortController();
const sweeps = (move: SweepPort["move"]): SweepPort => ({
  readOpenSprints: async () => ok([]),
  readMovers: async () => ok(new Map()),
  move,
});
const forbidden = sweeps(async () => err(writeFailure("forbidden", "You may not schedule issues.")));
const kept = [{ id: "2", key: "ATL-2", reasons: [], words: "ATL-2 has no statement." }];

it("asks the app where Jira lets nobody but the app schedule, and says whom it kept out", async () => {
  const ask = vi.fn(async () => ok({ entered: ["1"], kept }));
  const moved = await enterAsApp({ ask: ask as never }, forbidden).move(["1", "2"], "7", signal);
  expect(ask).toHaveBeenCalledWith("enterSprint", { issueIds: ["1", "2"], sprintId: "7" });
  expect(moved.ok && [...moved.value]).toEqual([["2", "ATL-2 has no statement."]]);
});

it.each<[string, SweepPort, string | null]>([
  ["the person may schedule", sweeps(async () => ok(new Map())), "7"],
  ["Jira failed otherwise", sweeps(async () => err(writeFailure("server"))), "7"],
  ["it is about leaving a sprint", forbidden, null],
])("does not ask the app where %s", async (_, port, sprint) => {
  const ask = vi.fn();
  const moved = await enterAsApp({ ask: ask as never }, port).move(["1"], sprint, signal);
  expect(moved).toEqual(await port.move(["1"], sprint, signal));
  expect(ask).not.toHaveBeenCalled();
});

it("says in the app's words why it did not", async () => {
  const ask = async () => err({ kind: "forbidden", message: "You may not edit ATL-1." });
  const moved = await enterAsApp({ ask: ask as never }, forbidden).move(["1"], "7", signal);
  expect(moved).toMatchObject({ ok: false, error: { message: "You may not edit ATL-1." } });
});
