import { expect, it, vi } from "vitest";
import { answerDesk } from "../../../extension/desk/answer-desk";
import { createRemotePort } from "../../../extension/desk/remote-port";
import type { Channel } from "../../../extension/messaging/desk-protocol";
import { ok } from "../../../shared/domain/result";
import type { Pending } from "../../../shared/ui/port";
import { type FakePort, fakePort } from "../../shared/ui/fake-port";

/** A worker that answers from `host`, that the browser stops at will, and that starts at the next connection. */
function workerOf(host: FakePort) {
  const state = { isThere: true, starts: 0, stop: () => {}, heard: [] as unknown[] };
  function connect(): Channel {
    if (!state.isThere) throw new Error("Extension context invalidated.");
    state.starts++;
    const lifetime = new AbortController();
    const [toWorker, toPage] = [new Set<(it: unknown) => void>(), new Set<(it: unknown) => void>()];
    const lost = new Set<() => void>();
    const carry = (to: Set<(it: unknown) => void>, message: unknown) =>
      queueMicrotask(() => {
        // As JSON, which is what the browser makes of a message.
        if (!lifetime.signal.aborted) for (const act of to) act(JSON.parse(JSON.stringify(message)));
      });
    const end = (to: Set<(it: unknown) => void>, from: Set<(it: unknown) => void>): Channel => ({
      postMessage: (message) => {
        if (lifetime.signal.aborted) throw new Error("Attempting to use a disconnected port object");
        carry(to, message);
      },
      onMessage: { addListener: (act) => void from.add(act) },
      onDisconnect: { addListener: (act) => void lost.add(act) },
      disconnect: () => lifetime.abort(),
    });
    state.stop = () => {
      lifetime.abort();
      for (const act of lost) act();
    };
    toWorker.add((message) => state.heard.push(message));
    answerDesk(host, end(toPage, toWorker), lifetime.signal);
    return end(toWorker, toPage);
  }
  return { state, connect };
}
const pageOf = (connect: () => Channel) => {
  const lifetime = new AbortController();
  return { lifetime, port: createRemotePort(connect, fakePort(), lifetime.signal) };
};
const pending: Pending = {
  ...{ id: "w1", object: "9", kind: "statement", state: "waiting", mine: null },
  ...{ failure: null, conflict: null, retryAt: null },
};

it("answers from the worker's port, failures and all", async () => {
  const host = fakePort({ readMe: async () => ok("ana") });
  const { port } = pageOf(workerOf(host).connect);
  expect(await port.readMe()).toEqual(ok("ana"));
  await port.keepDraft("9", "statement", { form: "x" });
  expect(await port.readDraft("9", "statement")).toEqual({ form: "x" });
  host.failure = { kind: "offline", message: null };
  expect(await port.readPart("9", "statement")).toEqual({
    ok: false,
    error: { kind: "offline", message: null },
  });
  await expect(port.readTicket("ATL-9")).rejects.toThrow("does not expect readTicket");
});

it("asks again what a stopped worker did not answer, and nothing that it did", async () => {
  let answers = 0;
  const host = fakePort({
    readMe: () => (++answers === 1 ? new Promise(() => {}) : Promise.resolve(ok("ana"))),
  });
  const { state, connect } = workerOf(host);
  const { port } = pageOf(connect);
  await port.keepDraft("9", "statement", 1);
  const me = port.readMe();
  await vi.waitFor(() => expect(answers).toBe(1));
  state.stop();
  expect(await me).toEqual(ok("ana"));
  expect(state.starts).toBe(2);
  expect(state.heard.filter((it) => (it as { method?: string }).method === "keepDraft")).toHaveLength(1);
});

it("leaves an idle worker alone, and starts it where something is pending", async () => {
  vi.useFakeTimers();
  const host = fakePort();
  const { state, connect } = workerOf(host);
  const { port } = pageOf(connect);
  const told: Pending[][] = [];
  port.watchPending((all) => told.push(all), new AbortController().signal);
  await vi.advanceTimersByTimeAsync(10);
  expect(told).toEqual([[]]);
  state.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(state.starts).toBe(1);
  await port.knownBets();
  expect(state.starts).toBe(2);
  host.tell([pending]);
  await vi.advanceTimersByTimeAsync(10);
  expect(told.at(-1)).toEqual([pending]);
  state.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(state.starts).toBe(3);
  vi.useRealTimers();
});

it("tells whoever waits that the extension is gone", async () => {
  const { state, connect } = workerOf(fakePort({ readMe: () => new Promise(() => {}) }));
  const { port } = pageOf(connect);
  const me = port.readMe();
  await Promise.resolve();
  state.isThere = false;
  state.stop();
  await expect(me).rejects.toThrow("Extension context invalidated.");
  await expect(port.keepDraft("9", "statement", 1)).rejects.toThrow("Extension context invalidated.");
});

it("takes turns with other pages, and a page that is gone holds nobody up", async () => {
  let last = Promise.resolve();
  const inTurn = <T>(_: string, act: () => Promise<T>) => {
    const mine = last.then(act);
    last = mine.then(() => undefined);
    return mine;
  };
  const { connect } = workerOf(fakePort({ inTurn }));
  const [one, other] = [pageOf(connect), pageOf(connect)];
  const order: string[] = [];
  const step = (name: string) => async () => {
    order.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    order.push(`${name} ends`);
    return name;
  };
  expect(
    await Promise.all([one.port.inTurn("x", step("one")), other.port.inTurn("x", step("other"))]),
  ).toEqual(["one", "other"]);
  expect(order).toEqual(["one begins", "one ends", "other begins", "other ends"]);
  await expect(one.port.inTurn("x", () => Promise.reject(new Error("no")))).rejects.toThrow("no");

  void one.port.inTurn("x", () => new Promise(() => {}));
  await new Promise((resolve) => setTimeout(resolve, 20));
  one.lifetime.abort();
  expect(await other.port.inTurn("x", step("after"))).toBe("after");
});

it("hears nothing any more after its page has ended", async () => {
  const host = fakePort();
  const { connect } = workerOf(host);
  const { port, lifetime } = pageOf(connect);
  const told: Pending[][] = [];
  port.watchPending((all) => told.push(all), lifetime.signal);
  await vi.waitFor(() => expect(told).toHaveLength(1));
  lifetime.abort();
  host.tell([pending]);
  await Promise.resolve();
  expect(told).toHaveLength(1);
});

it.each([
  ["no message", null],
  ["an unknown method", { ask: 1, method: "eval", args: [] }],
  ["a method of every object", { ask: 1, method: "constructor", args: [] }],
  ["a part that there is none of", { ask: 1, method: "readDraft", args: ["9", "keys"] }],
  ["too few arguments", { ask: 1, method: "keepDraft", args: ["9"] }],
  ["what opens windows", { ask: 1, method: "open", args: ["https://evil.example"] }],
])("answers no %s", (_, message) => {
  let hear: (message: unknown) => void = () => undefined;
  const said: unknown[] = [];
  const channel: Channel = {
    postMessage: (it) => said.push(it),
    onMessage: { addListener: (act) => (hear = act) },
    onDisconnect: { addListener: () => undefined },
    disconnect: () => undefined,
  };
  answerDesk(fakePort(), channel, new AbortController().signal);
  expect(() => hear(message)).toThrow();
  expect(said).toEqual([]);
});
