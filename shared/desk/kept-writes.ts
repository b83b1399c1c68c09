import type { Outbox } from "../outbox/outbox";
import type { Write } from "../outbox/outbox-row";
import { isPart } from "../tracker/part-write";
import type { AlignmentPort, NewWrite } from "../ui/port";
import { pendingOf } from "./pending-of";

type Writing = "write" | "settled" | "watchPending" | "retry" | "resolve" | "discard";

/** What a port writes: kept in the outbox before anything else, and followed there. `send`: the worker hears that there is something. */
export const keptWrites = (
  site: string,
  outbox: Outbox,
  send: () => void,
  signal: AbortSignal,
): Pick<AlignmentPort, Writing> => ({
  async write(writes) {
    await outbox.add(writes.map((it) => writeOf(site, it)));
    send();
  },
  settled: (id) =>
    new Promise((resolve) => {
      const end = new AbortController();
      const settle = (is: boolean) => {
        resolve(is);
        end.abort();
      };
      outbox.watch(
        (rows) => {
          const row = rows.find((it) => it.id === id);
          if (row === undefined) settle(true);
          else if (row.state === "refused" || row.state === "conflict") settle(false);
        },
        AbortSignal.any([end.signal, signal]),
      );
    }),
  watchPending: (act, until) =>
    outbox.watch(
      (rows) => act(rows.filter((it) => it.site === site).flatMap((it) => pendingOf(it) ?? [])),
      until,
    ),
  async retry(ids) {
    await outbox.hurry(ids);
    send();
  },
  async resolve(id, value) {
    await outbox.resolve(id, value);
    send();
  },
  discard: (id) => outbox.discard(id),
});

/** A comment adds to its object; a part is written over what was seen. */
function writeOf(site: string, it: NewWrite): Write {
  const { id, object, kind, value: payload } = it;
  if (!isPart(kind)) return { id, site, object, slot: kind, kind, payload, base: null, after: null };
  const { base, after } = it as Extract<NewWrite, { after: string | null }>;
  return { id, site, object, slot: kind, kind, payload, base, after };
}
