import { err, ok, type Result } from "../../shared/domain/result";
import type { Write, WriteFailure } from "../../shared/outbox/outbox-row";
import { type Sender, writeFailure } from "../../shared/outbox/outbox-sender";
import { isField } from "../../shared/tracker/part-write";
import type { WritePort } from "../../shared/tracker/write-port";

/** Sends each write where its site says; `onSent` hears of what a tracker took, before anybody else does; it must not reject. */
export function routedSender(
  kind: string,
  portOf: (site: string) => WritePort | null,
  onSent: (write: Write) => Promise<void>,
): Sender {
  const noSender: Result<never, WriteFailure> = err(writeFailure("no-sender", kind));
  const senderOf = ({ site }: Write) => portOf(site)?.senderOf(kind);
  return {
    look: async (write, since, signal) => (await senderOf(write)?.look(write, since, signal)) ?? noSender,
    async send(write, signal) {
      const sent = (await senderOf(write)?.send(write, signal)) ?? noSender;
      if (sent.ok) await onSent(write);
      return sent;
    },
    ...(isField(kind) && {
      async lookMany(writes, signal) {
        const [first] = writes;
        const sender = first && senderOf(first);
        return (await sender?.lookMany?.(writes, signal)) ?? ok(new Map());
      },
    }),
  };
}
