import { beforeEach, expect, it, vi } from "vitest";
import { type Asker, createAsker } from "../../../../extension/entrypoints/gate.content/asker";
import { gateDeadlineMs } from "../../../../extension/messaging/gate-protocol";

const request = { method: "PUT", url: "https://a.example", contentType: "", body: "{}" };
const refusal = { status: 400, contentType: "application/json", body: "{}" };
const nobody = new AbortController().signal;

let sent: unknown[];
let asker: Asker;
let hear: (data: unknown) => void;
let leave: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  class Port {
    postMessage(it: unknown) {
      sent.push(it);
    }
    addEventListener(_: string, act: (event: Message) => void) {
      hear = (data) => act(new Message(data));
    }
    start() {}
  }
  class Message {
    #data: unknown;
    constructor(data: unknown) {
      this.#data = data;
    }
    get data() {
      return this.#data;
    }
  }
  const world = {
    ...{ setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout },
    ...{ MessagePort: Port, MessageEvent: Message },
    addEventListener: (_: string, act: () => void) => (leave = act),
  };
  asker = createAsker(world as never, new Port() as never);
  return () => vi.useRealTimers();
});

it("gives each question its own answer", async () => {
  const [one, two] = [asker.ask(request, nobody), asker.ask(request, nobody)];
  expect(sent).toEqual([
    { ask: 1, request, isAlone: true },
    { ask: 2, request, isAlone: true },
  ]);
  hear({ of: 2, refusal });
  hear({ of: 1, refusal: null });
  expect([await one, await two]).toEqual([null, refusal]);
});

it.each<[string, unknown]>([
  ["nothing", null],
  ["an answer to something else", { of: 7, refusal }],
  ["an answer of no shape", { of: 1 }],
  ["a refusal of no shape", { of: 1, refusal: { status: "400" } }],
  ["text", "of 1"],
])("a malformed answer is none: %s", async (_, data) => {
  const answer = asker.ask(request, nobody);
  hear(data);
  hear({ of: 1, refusal });
  expect(await answer).toEqual(refusal);
});

it("lets through what is not answered, and says so", async () => {
  const answer = asker.ask(request, nobody);
  vi.advanceTimersByTime(gateDeadlineMs + 1_000);
  expect(await answer).toBeNull();
  expect(sent.at(-1)).toEqual({ passed: "late", request });
  hear({ of: 1, refusal });
});

it("tells once more of what is let go late, for whoever listens by then", async () => {
  const [one, two] = [asker.ask(request, nobody), asker.ask(request, nobody)];
  hear({ of: 1, refusal: null });
  vi.advanceTimersByTime(4_000);
  hear({ of: 2, refusal: null });
  expect(await Promise.all([one, two])).toEqual([null, null]);
  sent.length = 0;
  vi.advanceTimersByTime(1_000);
  expect(sent).toEqual([{ wrote: true }]);
});

it("lets through what the page takes back, and what waits when the page is left", async () => {
  const abort = new AbortController();
  const answers = [asker.ask(request, abort.signal), asker.ask(request, nobody)];
  abort.abort();
  leave();
  expect(await Promise.all(answers)).toEqual([null, null]);
});

it("says of a question whether the page sent anything else that is not told of yet", () => {
  const alone = () => {
    void asker.ask(request, nobody);
    return (sent.at(-1) as { isAlone: boolean }).isAlone;
  };
  asker.wrote();
  expect(alone()).toBe(true);
  asker.wrote();
  expect(alone()).toBe(false);
  vi.advanceTimersByTime(1_000);
  asker.wrote();
  expect(alone()).toBe(true);
});

it("tells of writes now and then, not of each", () => {
  for (let at = 0; at < 5; at += 1) asker.wrote();
  vi.advanceTimersByTime(1_000);
  expect(sent).toEqual([{ wrote: true }]);
});
