import { maySign } from "../../domain/may-sign";
import { pendingNow } from "../pending-now";
import type { AlignmentPort, CommentToWrite, SignOffView } from "../port";

/**
 * Writes a comment about the statement of an object, unless the same one is on its way from another page, or the evidence says
 * that there is nothing left to do. `read` verifies that evidence; null: it could not, and nothing is written. Gives the id of
 * the write to follow, `done`, `unread`, or `may-not`: a signature that would count for nothing is not written.
 */
export const commentOnce = (
  port: AlignmentPort,
  object: string,
  value: CommentToWrite,
  read: () => Promise<SignOffView | null>,
): Promise<{ id: string } | "done" | "unread" | "may-not"> =>
  port.inTurn(`comment ${object}`, async () => {
    // First what is on its way, then what has arrived: in the other order one that arrives in between is seen by neither.
    const same = (await pendingNow(port)).find(
      (it) => it.object === object && it.kind === "comment" && isSame(it.mine, value),
    );
    if (same !== undefined) return { id: same.id };
    const view = await read();
    if (view === null) return "unread";
    if (isDone(value, view)) return "done";
    if (value.act === "sign-off" && !maySignNow(view, value.function)) return "may-not";
    const id = crypto.randomUUID();
    await port.write([{ id, object, kind: "comment", value }]);
    return { id };
  });

const isSame = (one: unknown, other: CommentToWrite): boolean =>
  typeof one === "object" &&
  one !== null &&
  Object.entries(other).every(
    ([name, part]) => JSON.stringify((one as Record<string, unknown>)[name]) === JSON.stringify(part),
  );

function isDone(value: CommentToWrite, { functions, me }: SignOffView): boolean {
  if (value.act !== "sign-off" && value.act !== "withdrawal") return false;
  const signedBy = functions.find(({ name }) => name === value.function)?.signedBy ?? null;
  return value.act === "sign-off" ? signedBy !== null : signedBy?.id !== me;
}

const maySignNow = ({ waiting, isOwn, me }: SignOffView, name: string): boolean =>
  !isOwn && maySign(waiting?.functions ?? [], me, name);
