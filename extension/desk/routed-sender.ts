import { err, ok, type Result } from "../../shared/domain/result";
import type { Write, WriteFailure } from "../../shared/outbox/outbox-row";
import { type Sender, writeFailure } from "../../shared/outbox/outbox-sender";
import { isField } from "../../shared/tracker/part-write";
import type { WritePort } from "../../shared/tracker/write-port";

/**
 * Sends each write where its site says. `onSent` hears of what a tracker took, before anybody else does, whether it is told so at once or
 * seen later because the answer was lost; of one write more than once, and it must not reject.
 */
export function routedSender(
  kind: string,
  portOf: (site: string) => WritePort | null,
  onSent: (write: Write) => Promise<void>,
): Sender {
  const noSender: Result<never, WriteFailure> = err(writeFailure("no-sender", kind));
  const senderOf = ({ site }: Write) => portOf(site)?.senderOf(kind);
  return {
    async look(write, since, signal) {
      const seen = (await senderOf(write)?.look(write, since, signal)) ?? noSender;
      if (seen.ok && seen.value.applied) await onSent(write);
      return seen;
    },
    async send(write, signal) {
      const sent = (await senderOf(write)?.send(write, signal)) ?? noSender;
      if (sent.ok) await onSent(write);
      return sent;
    },
    ...(isField(kind) && {
      async lookMany(writes, signal) {
        const [first] = writes;
        const sender = first && senderOf(first);
        const seen = (await sender?.lookMany?.(writes, signal)) ?? ok(new Map());
        if (seen.ok) for (const it of writes) if (seen.value.get(it.id)?.applied) await onSent(it);
        return seen;
      },
    }),
  };
}
