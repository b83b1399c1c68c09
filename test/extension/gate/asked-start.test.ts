import { expect, it, vi } from "vitest";
import { askedStart } from "../../../extension/gate/asked-start";
import { err, ok } from "../../../shared/domain/result";
import type { Judge } from "../../../shared/gate/judge-moves";
import { writeFailure } from "../../../shared/outbox/outbox-sender";
import type { SprintMove } from "../../../shared/tracker/sprint-entry";

const { session } = vi.hoisted(() => ({ session: new Map<string, unknown>() }));
vi.mock("wxt/browser", () => ({
  browser: {
    storage: {
      session: {
        get: async (name: string) => ({ [name]: session.get(name) }),
        set: async (items: object) => {
          for (const [name, value] of Object.entries(items)) session.set(name, value);
        },
      },
    },
  },
}));
vi.mock("../../../shared/gate/judge-moves", () => ({
  judgeMoves: async (moves: { issue: string; sprint: string }[]) =>
    moves.map(({ issue, sprint }) => ({
      ...{ issue, sprint },
      verdict: { verdict: issue === "ATL-1" ? "allow" : "block" },
    })),
}));

const judge = { site: { id: "https://northwind.atlassian.net" }, signal: new AbortController().signal };
const ask = (moves: SprintMove[], keys: string[] | null) =>
  askedStart(moves, judge as unknown as Judge, {
    readKeys: async () => (keys === null ? err(writeFailure("server")) : ok(keys)),
  });
const start = (sprint: string): SprintMove => ({ act: "start", sprint });

it("a start with tickets that are not ready is asked about once for each sprint, and then goes through", async () => {
  const asked = { asked: [{ issue: "ATL-2", sprint: "7" }], unmade: [], isIn: true, isStart: true };
  expect(await ask([start("7")], ["ATL-1", "ATL-2"])).toEqual(asked);
  expect(await ask([start("7")], ["ATL-1", "ATL-2"])).toBeNull();
  expect(await ask([start("8")], ["ATL-2"])).not.toBeNull();
});

it("nobody is asked where all are ready, where the sprint cannot be read, or where none starts, and is asked later if that changes", async () => {
  expect(await ask([start("9")], ["ATL-1"])).toBeNull();
  expect(await ask([start("9")], null)).toBeNull();
  expect(await ask([{ act: "enter", issue: "ATL-2", sprint: "9" }], ["ATL-2"])).toBeNull();
  expect(await ask([start("9")], ["ATL-2"])).not.toBeNull();
});
