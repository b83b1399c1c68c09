import { err, type Result } from "../../shared/domain/result";
import { backoffMs } from "./backoff";
import type { Ledger } from "./outbox-ledger";
import type { OutboxRow, WriteFailure } from "./outbox-row";
import { isHopeless, isUnclear, type Seen, type Sender, writeFailure } from "./outbox-sender";

/** What an attempt needs from around it. */
export interface Surroundings {
  ledger: Ledger;
  senderOf(kind: string): Sender | undefined;
  now(): number;
  random(): number;
  /** Each call to a sender ends by then. */
  deadlineMs: number;
  /** A call that ended unclearly may arrive until then; longer than `deadlineMs`. */
  settleMs: number;
}

/**
 * Tries one write once. Looks first wherever it might have arrived already or somebody might have written meanwhile, and again after
 * a write with a base: trackers offer no compare-and-set, so what happened in between can only be seen afterwards.
 */
export async function attempt(
  row: OutboxRow,
  isHeld: () => Promise<boolean>,
  around: Surroundings,
): Promise<void> {
  const { ledger, now, settleMs } = around;
  const begun = await ledger.begin(row, now() + settleMs);
  if (begun === null) return;
  const sender = around.senderOf(begun.kind);
  if (sender === undefined)
    return fail(begun, writeFailure("no-sender", begun.kind), begun.maybeSent, 0, around);

  if (begun.maybeSent || begun.base !== null) {
    const seen = await inTime(around, (signal) => sender.look(begun, begun.base?.version ?? null, signal));
    if (!seen.ok) return fail(begun, seen.error, begun.maybeSent, 0, around);
    if (seen.value.applied || isOthers(begun, seen.value)) return settle(begun, seen.value, around);
  }
  if (!(await isHeld())) return;
  await ledger.sending(begun, now() + settleMs);
  const sent = await inTime(around, (signal) => sender.send(begun, signal));
  if (!sent.ok) {
    const unclear = isUnclear(sent.error);
    return fail(begun, sent.error, begun.maybeSent || unclear, unclear ? settleMs : 0, around);
  }
  if (begun.base === null) return ledger.done(begun, null, now());

  const after = await inTime(around, (signal) => sender.look(begun, begun.base?.version ?? null, signal));
  if (!after.ok) return fail(begun, after.error, true, 0, around);
  if (after.value.applied || isOthers(begun, after.value)) return settle(begun, after.value, around);
  return fail(
    begun,
    writeFailure("unexpected", "The tracker took it and does not show it yet."),
    true,
    settleMs,
    around,
  );
}

const isOthers = ({ base }: OutboxRow, { now }: Seen): boolean =>
  base !== null && base.version !== now.version;

/** What has been seen decides: it stands, or it stands over something of somebody else's, or something else stands. */
async function settle(row: OutboxRow, seen: Seen, { ledger, now }: Surroundings): Promise<void> {
  if (seen.applied && (row.base === null || seen.between === null)) {
    return ledger.done(row, row.base === null ? null : seen.now.version, now());
  }
  const { now: standing, between } = seen;
  if (seen.applied) return ledger.conflict(row, { theirs: between ?? standing, standing, covered: null });
  const covered = between?.version === standing.version ? null : between;
  return ledger.conflict(row, { theirs: standing, standing, covered });
}

async function fail(
  row: OutboxRow,
  failure: WriteFailure,
  maybeSent: boolean,
  settleInMs: number,
  { ledger, now, random }: Surroundings,
): Promise<void> {
  const waitMs = failure.retryAfterMs ?? backoffMs(row.attempts, random());
  if (failure.kind === "rate-limited") await ledger.pause(row.site, now() + waitMs);
  const state = isHopeless(failure) ? "refused" : "waiting";
  return ledger.postpone(row, {
    state,
    failure,
    maybeSent,
    notBefore: now() + waitMs,
    settledAt: now() + settleInMs,
  });
}

/** One call with its deadline. What a sender throws becomes a failure that people can see. */
async function inTime<T>(
  { deadlineMs }: Surroundings,
  call: (signal: AbortSignal) => Promise<Result<T, WriteFailure>>,
): Promise<Result<T, WriteFailure>> {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Result<T, WriteFailure>>((resolve) => {
    timer = setTimeout(() => {
      controller.abort();
      resolve(err(writeFailure("deadline")));
    }, deadlineMs);
  });
  try {
    return await Promise.race([call(controller.signal), late]);
  } catch (error) {
    return err(writeFailure("unexpected", error instanceof Error ? error.message : String(error)));
  } finally {
    clearTimeout(timer);
  }
}
