import { err, ok, type Result } from "../domain/result";
import { backoffMs } from "./backoff";
import type { Ledger } from "./ledger";
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

/** Writes of so many objects are on their way at once. */
const lanes = 4;

/** Runs `act` for each, a few at a time. */
export async function inLanes<T>(all: readonly T[], act: (it: T) => Promise<unknown>): Promise<void> {
  const left = all.slice();
  const lane = async () => {
    for (let it = left.shift(); it !== undefined; it = left.shift()) await act(it);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/**
 * Tries once each of some writes of one kind, of one site and of different objects. Looks first wherever one might have arrived
 * already or somebody might have written meanwhile, and again after a write with a base: trackers offer no compare-and-set, so what
 * happened in between can only be seen afterwards.
 */
export async function attempt(
  rows: readonly OutboxRow[],
  isHeld: () => Promise<boolean>,
  around: Surroundings,
): Promise<void> {
  const { ledger, now, settleMs } = around;
  const taken = await Promise.all(rows.map((row) => ledger.begin(row, now() + settleMs)));
  const begun = taken.flatMap((row) => row ?? []);
  const sender = around.senderOf(begun[0]?.kind ?? "");
  if (sender === undefined) {
    for (const row of begun) await fail(row, writeFailure("no-sender", row.kind), row.maybeSent, 0, around);
    return;
  }
  const toLookAt = begun.filter(({ maybeSent, base }) => maybeSent || base !== null);
  const before = await look(sender, toLookAt, around);
  const sent: OutboxRow[] = [];
  await inLanes(begun, async (row) => {
    const seen = before.get(row.id);
    if (seen?.ok === false) return fail(row, seen.error, row.maybeSent, 0, around);
    if (seen !== undefined && (seen.value.applied || isOthers(row, seen.value)))
      return settle(row, seen.value, around);
    if (await send(sender, row, isHeld, around)) sent.push(row);
  });
  for (const [id, seen] of await look(sender, sent, around)) {
    const row = sent.find((it) => it.id === id);
    if (row !== undefined) await confirm(row, seen, around);
  }
}

/** What stands now of each write, by its id. */
async function look(
  sender: Sender,
  rows: readonly OutboxRow[],
  around: Surroundings,
): Promise<Map<string, Result<Seen, WriteFailure>>> {
  const seen = new Map<string, Result<Seen, WriteFailure>>();
  if (sender.lookMany !== undefined && rows.length > 1) {
    const { lookMany } = sender;
    const many = await inTime(around, (signal) => lookMany(rows, signal));
    for (const { id } of rows) {
      const found = many.ok ? many.value.get(id) : undefined;
      if (!many.ok) seen.set(id, many);
      else if (found !== undefined) seen.set(id, ok(found));
    }
  }
  const left = rows.filter(({ id }) => !seen.has(id));
  await inLanes(left, async (row) => {
    seen.set(row.id, await inTime(around, (signal) => sender.look(row, row.base?.version ?? null, signal)));
  });
  return seen;
}

/** Sends a write. True: what came of it is still to be looked at. */
async function send(
  sender: Sender,
  row: OutboxRow,
  isHeld: () => Promise<boolean>,
  around: Surroundings,
): Promise<boolean> {
  const { ledger, now, settleMs } = around;
  // The site may have asked for a pause since this one was taken up.
  if ((await ledger.pausedUntil(row.site)) > now()) {
    const { failure, notBefore, maybeSent } = row;
    await ledger.postpone(row, { state: "waiting", failure, notBefore, settledAt: now(), maybeSent });
    return false;
  }
  if (!(await isHeld())) return false;
  await ledger.sending(row, now() + settleMs);
  const sent = await inTime(around, (signal) => sender.send(row, signal));
  if (!sent.ok) {
    const unclear = isUnclear(sent.error);
    await fail(row, sent.error, row.maybeSent || unclear, unclear ? settleMs : 0, around);
    return false;
  }
  if (row.base === null) await ledger.done(row, null, now());
  return row.base !== null;
}

/** What a look after the sending says of it. */
async function confirm(
  row: OutboxRow,
  after: Result<Seen, WriteFailure>,
  around: Surroundings,
): Promise<void> {
  if (!after.ok) return fail(row, after.error, true, 0, around);
  if (after.value.applied || isOthers(row, after.value)) return settle(row, after.value, around);
  const failure = writeFailure("unexpected", "The tracker took it and does not show it yet.");
  return fail(row, failure, true, around.settleMs, around);
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
