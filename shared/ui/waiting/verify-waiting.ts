import { maySign } from "../../domain/may-sign";
import type { Statement } from "../../domain/statement";
import type { AlignmentPort, PortFailure } from "../port";
import type { Carried } from "./waiting-candidates";

/** What the tracker itself says of a statement that may wait for a person. */
export type Verified =
  | { kind: "waits"; carried: Carried; statement: Statement; checkedAt: string }
  | { kind: "settled" }
  | { kind: "unknown"; carried: Carried; failure: PortFailure };

/** Reads the statement as it stands and its evidence: it waits for a person where they can sign for an open function. */
export async function verifyWaiting(port: AlignmentPort, carried: Carried): Promise<Verified> {
  const { carrier } = carried;
  const part = await port.readPart(carrier.id, "statement");
  if (!part.ok) return { kind: "unknown", carried, failure: part.error };
  const statement = part.value.value;
  if (statement === null || statement === "unreadable") return { kind: "settled" };
  const read = await port.readSignOffs(carrier, statement);
  if (!read.ok) return { kind: "unknown", carried, failure: read.error };
  const { waiting, me, isOwn, checkedAt } = read.value;
  return waiting !== null && !isOwn && maySign(waiting.functions, me)
    ? { kind: "waits", carried, statement, checkedAt }
    : { kind: "settled" };
}
