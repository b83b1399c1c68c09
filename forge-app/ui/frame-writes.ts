import type { FactsCache } from "../../shared/desk/facts-cache";
import { noteStandingsOf } from "../../shared/desk/note-standing";
import type { Site } from "../../shared/desk/site";
import type { Outbox } from "../../shared/outbox/outbox";
import type { Write } from "../../shared/outbox/outbox-row";
import type { Sender } from "../../shared/outbox/outbox-sender";
import type { WriteCall, WritePort } from "../../shared/tracker/write-port";
import type { FrameHost } from "./frame-host";
import { createFrameOutbox } from "./frame-outbox";
import type { FrameStorage } from "./frame-storage";
import { readFacts } from "./read-facts";

interface Surroundings {
  site: Site;
  tracker: WritePort;
  call: WriteCall;
  cache: FactsCache;
  host: Pick<FrameHost, "refresh">;
  storage: FrameStorage;
  locks: Pick<LockManager, "request">;
  now: () => number;
  signal: AbortSignal;
}

/** The least time between two tries of what waits to be sent. */
const leastPauseMs = 1_000;

/** Sends what the page writes while it is open, and reads anew what was written. What a page that was closed left behind goes first. */
export function createFrameWrites(around: Surroundings): { outbox: Outbox; send: () => void } {
  const { site, tracker, call, cache, host, storage, locks, now, signal } = around;
  /** Objects that were written since Jira was asked about them; true: their statements may stand elsewhere now. */
  const written = new Map<string, boolean>();
  const noteWritten = ({ object, kind }: Write) =>
    written.set(object, written.get(object) === true || kind === "statement" || kind === "comment");

  function senderOf(kind: string): Sender | undefined {
    const sender = tracker.senderOf(kind);
    return (
      sender && {
        ...sender,
        async send(write, until) {
          const sent = await sender.send(write, until);
          if (sent.ok) noteWritten(write);
          return sent;
        },
      }
    );
  }
  const outbox = createFrameOutbox({ storage, senderOf, locks, now, signal });

  let timer: ReturnType<typeof setTimeout> | undefined;
  async function flush(): Promise<void> {
    clearTimeout(timer);
    const next = await outbox.flush();
    await readWritten();
    if (next !== null && !signal.aborted) timer = setTimeout(send, Math.max(leastPauseMs, next - now()));
  }
  const send = () =>
    void flush().catch((error: unknown) => console.error("What was written could not be sent.", error));
  signal.addEventListener("abort", () => clearTimeout(timer), { once: true });

  /** What was written is read anew, and where its statement stands is noted. */
  async function readWritten(): Promise<void> {
    const objects = [...written.keys()];
    const stated = objects.filter((it) => written.get(it));
    written.clear();
    if (objects.length === 0) return;
    await noteStandingsOf(stated, site, tracker, call, { cache }, signal);
    const keys = await cache.expire(site.id, objects);
    const failure = await readFacts(site, keys, { cache, call, now, signal });
    if (failure !== null) console.warn("What was written could not be read anew.", failure);
    host.refresh();
  }

  send();
  return { outbox, send };
}
