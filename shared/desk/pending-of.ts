import type { PendingWrite } from "../outbox/outbox";
import { dueAt } from "../outbox/outbox-row";
import type { Pending } from "../ui/port";

/** A write of the outbox as the UI shows it. */
export function pendingOf(row: PendingWrite): Pending | null {
  if (row.state === "done") return null;
  const { id, object, kind, state, mine, failure, conflict } = row;
  return {
    id,
    object,
    kind,
    state,
    mine,
    failure: failure && { kind: failure.kind, message: failure.message },
    conflict: conflict && { theirs: conflict.theirs.value, covered: conflict.covered?.value ?? null },
    retryAt: state === "waiting" && dueAt(row) > 0 ? new Date(dueAt(row)).toISOString() : null,
  };
}
