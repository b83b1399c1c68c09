import { err, ok, type Result } from "../domain/result";
import { pendingNow } from "./pending-now";
import type { AlignmentPort, NewWrite, Part, PortFailure } from "./port";

/** Writes a part of an object over what stands there now; done when the tracker has it. */
export async function writePart(
  port: AlignmentPort,
  object: string,
  kind: Part,
  value: unknown,
): Promise<Result<void, PortFailure>> {
  const read = await port.readPart(object, kind);
  if (!read.ok) return read;
  const { version, raw } = read.value;
  const base = { version, value: raw };
  return writeAndWait(port, { id: crypto.randomUUID(), object, kind, value, base, after: null });
}

/** Writes one thing and waits until the tracker has it, or says why it has not: then it stays in the outbox, for the person. */
export async function writeAndWait(port: AlignmentPort, write: NewWrite): Promise<Result<void, PortFailure>> {
  await port.write([write]);
  if (await port.settled(write.id)) return ok(undefined);
  const left = (await pendingNow(port)).find(({ id }) => id === write.id);
  return err(left?.failure ?? { kind: left?.state === "conflict" ? "changed" : "unexpected", message: null });
}
