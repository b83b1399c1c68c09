import { statementHash } from "../domain/canonical";
import { type ChangedSince, changedSince, lastSeenText, type SeenText } from "../domain/changed-since";
import type { WorkItem } from "../domain/issue";
import type { Policy } from "../domain/policy";
import { ok, type Result, value } from "../domain/result";
import { waitingFor } from "../domain/sign-off-waiting";
import { standingOf } from "../domain/standing";
import { type Statement, statement as statementSchema } from "../domain/statement";
import type { Evidence } from "../domain/statement-evidence";
import { writersByAsks } from "../domain/statement-writers";
import type { WriteFailure } from "../outbox/outbox-row";
import type { WritePort } from "../tracker/write-port";
import type { SignOffView } from "../ui/port";

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
  const [evidence, kept, members, me] = await Promise.all([
    port.readEvidence(id, signal),
    port.readWriters([id], null, signal),
    port.readMembers(scope, policy.functions, signal),
    port.readMe(signal),
  ]);
  if (!evidence.ok) return evidence;
  if (!kept.ok) return kept;
  if (!members.ok) return members;
  if (!me.ok) return me;
  const { signatures, asks } = evidence.value;
  const writers = [...(kept.value.get(id) ?? []), ...writersByAsks(asks)];
  const carrier = { id, statement: value(statement), writers };
  const standing = standingOf(carrier, signatures, policy, members.value);
  const askedAt = asks.at(-1)?.at ?? null;
  // When the text changed no tracker says through its API in one call; an ask is for one text, and a new text is asked for anew.
  const waiting = waitingFor(carrier, standing, policy, { askedAt, changedAt: null }, members.value);
  const names = Object.fromEntries(signatures.map(({ author }) => [author.id, author.name]));
  const unnamed = (waiting?.functions ?? []).flatMap(({ people }) => people).filter((it) => !(it in names));
  const seen = lastSeenText(statement, standing.functions, signatures, asks, me.value);
  const [read, changed] = await Promise.all([
    // Without names the sentence says how many may sign.
    unnamed.length === 0 ? null : port.readNames([...new Set(unnamed)], signal),
    seen && sinceSeen(port, id, statement, seen, evidence.value, signal),
  ]);
  return ok({
    ...standing,
    waiting,
    changed,
    names: { ...names, ...(read?.ok ? read.value : {}) },
    me: me.value,
    isOwn: policy.separationOfDuties && [statement.author, ...writers].includes(me.value),
    checkedAt: new Date(now()).toISOString(),
  });
}

/** Looks for the text that was seen in the comments that asked, and where it is not there in what the tracker keeps of earlier texts. */
async function sinceSeen(
  port: WritePort,
  object: string,
  statement: Statement,
  seen: SeenText,
  { asks }: Evidence,
  signal: AbortSignal,
): Promise<ChangedSince> {
  const asked = asks.flatMap((it) => it.statement ?? []);
  if (asked.some((it) => statementHash(it) === seen.hash)) return changedSince(statement, seen, asked);
  const kept = await port.readTexts(object, "statement", signal);
  const texts = kept.ok ? kept.value.flatMap((it) => statementSchema.safeParse(it.value).data ?? []) : [];
  return changedSince(statement, seen, texts);
}
