import type { SeenRequest, SyntheticAnswer } from "../../../shared/tracker/sprint-entry";
import {
  type GateMessage,
  gateDeadlineMs,
  type PassedReason,
  readAnswer,
} from "../../messaging/gate-protocol";

/** Asks the isolated world before a request goes on. */
export interface Asker {
  /** What to answer the page instead of sending it; null: let it through, which is also what silence means. */
  ask(request: SeenRequest, signal: AbortSignal): Promise<SyntheticAnswer | null>;
  /** Tells of what was let through without an answer. */
  passed(why: PassedReason, request: SeenRequest): void;
  /** Tells, now and then, that the page writes. */
  wrote(): void;
}

const tellMs = 200;
/** The isolated world keeps the deadline, and knows what the policy wants of silence; this is for when it is silent itself. */
const silenceMs = gateDeadlineMs + 1_000;
/** What waited longer is sent so late that it is told of once more, by whichever version of the extension listens by then. */
const lateMs = 1_000;

/**
 * The asker over its port. What could give the port away to a script of the page that changes a prototype later is taken down now,
 * before any has run.
 */
export function createAsker(world: Window & typeof globalThis, port: MessagePort): Asker {
  const { apply } = Reflect;
  const { setTimeout, clearTimeout } = world;
  const { now } = Date;
  const post = world.MessagePort.prototype.postMessage;
  const dataOf = Object.getOwnPropertyDescriptor(world.MessageEvent.prototype, "data")?.get;
  /** Not a Map, whose methods the page can change. */
  const waiting: Record<number, (refusal: SyntheticAnswer | null) => void> = Object.create(null);
  let last = 0;
  /** What the page sent and is not told of yet. */
  let untold = 0;

  const send = (message: GateMessage) => apply(post, port, [message]);
  function settle(id: number, refusal: SyntheticAnswer | null): void {
    const resolve = waiting[id];
    delete waiting[id];
    resolve?.(refusal);
  }
  port.addEventListener("message", (event) => {
    const it = readAnswer(dataOf && apply(dataOf, event, []));
    if (it !== null) settle(it.of, it.refusal);
  });
  port.start();
  // A page that is left cannot wait: its last requests go out, as they would without us.
  world.addEventListener("pagehide", () => {
    for (const id in waiting) settle(Number(id), null);
  });

  function wrote(): void {
    if (untold++ > 0) return;
    setTimeout(() => {
      untold = 0;
      send({ wrote: true });
    }, tellMs);
  }

  return {
    ask: (request, signal) =>
      new Promise((resolve) => {
        const id = ++last;
        const askedAt = now();
        const timer = setTimeout(() => {
          send({ passed: "late", request });
          settle(id, null);
        }, silenceMs);
        waiting[id] = (refusal) => {
          clearTimeout(timer);
          if (refusal === null && !signal.aborted && now() - askedAt > lateMs) wrote();
          resolve(refusal);
        };
        signal.addEventListener("abort", () => settle(id, null));
        send({ ask: id, request, isAlone: untold < 2 });
        if (signal.aborted) settle(id, null);
      }),
    passed: (passed, request) => send({ passed, request }),
    wrote,
  };
}
