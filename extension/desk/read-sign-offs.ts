import type { WorkItem } from "../../shared/domain/issue";
import type { Policy } from "../../shared/domain/policy";
import { ok, type Result, value } from "../../shared/domain/result";
import { waitingFor } from "../../shared/domain/sign-off-waiting";
import { standingOf } from "../../shared/domain/standing";
import type { Statement } from "../../shared/domain/statement";
import type { SignOffView } from "../../shared/ui/port";
import type { WriteFailure } from "../store/outbox-row";
import type { WritePort } from "../trackers/write-port";

/** Verifies, by all comments of an object, who signed its statement and whom it waits for. `now` is milliseconds since 1970. */
export async function readSignOffs(
  port: WritePort,
  scope: string,
  { id }: WorkItem,
  statement: Statement,
  policy: Policy,
  now: () => number,
  signal: AbortSignal,
): Promise<Result<SignOffView, WriteFailure>> {
  const [evidence, members, me] = await Promise.all([
    port.readEvidence(id, signal),
    port.readMembers(scope, policy.functions, signal),
    port.readMe(signal),
  ]);
  if (!evidence.ok) return evidence;
  if (!members.ok) return members;
  if (!me.ok) return me;
  const carrier = { id, statement: value(statement) };
  const { signatures, askedAt } = evidence.value;
  const standing = standingOf(carrier, signatures, policy, members.value);
  // When the text changed no tracker says through its API in one call; an ask is for one text, and a new text is asked for anew.
  const waiting = waitingFor(carrier, standing, policy, { askedAt, changedAt: null }, members.value);
  const names = Object.fromEntries(signatures.map(({ author }) => [author.id, author.name]));
  const unnamed = (waiting?.functions ?? []).flatMap(({ people }) => people).filter((it) => !(it in names));
  // Without names the sentence says how many may sign.
  const read = unnamed.length === 0 ? null : await port.readNames([...new Set(unnamed)], signal);
  return ok({
    ...standing,
    waiting,
    names: { ...names, ...(read?.ok ? read.value : {}) },
    me: me.value,
    checkedAt: new Date(now()).toISOString(),
  });
}
