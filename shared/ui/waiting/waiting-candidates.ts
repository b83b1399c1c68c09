import type { WorkItem } from "../../domain/issue";
import type { TicketView } from "../port";

/** An object that carries a statement, seen from one of the tickets that it holds for. */
export interface Carried {
  carrier: WorkItem;
  view: TicketView;
}

/** Statements among what was seen that a person did not write and may have to sign: what is known is no proof, so each is verified. */
export function waitingCandidates(views: readonly TicketView[], me: string): Carried[] {
  const found = new Map<string, Carried>();
  for (const view of views)
    for (const carrier of [view.ticket, ...view.ancestors]) {
      const { statement, standingMirror } = carrier;
      if (statement.kind !== "value" || standingMirror === "signed" || !mayStand(view, me)) continue;
      if (view.policy.separationOfDuties && statement.value.author === me) continue;
      if (!found.has(carrier.id)) found.set(carrier.id, { carrier, view });
    }
  return [...found.values()];
}

/** Whether a function may be this person's to sign; groups and roles are told apart by the tracker when it is verified. */
const mayStand = ({ policy }: TicketView, me: string): boolean =>
  policy.functions.some(
    ({ signers, groups = [], roles = [], standIns = [] }) =>
      signers.length + groups.length + roles.length === 0 ||
      groups.length + roles.length > 0 ||
      [...signers, ...standIns].includes(me),
  );
