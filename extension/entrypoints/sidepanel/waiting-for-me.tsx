import { useEffect, useState } from "react";
import type { WorkItem } from "../../../shared/domain/issue";
import { failureText } from "../../../shared/ui/failure-text";
import type { AlignmentPort, TicketView } from "../../../shared/ui/port";
import { SignOffs } from "../../../shared/ui/statement/sign-offs";
import type { Translate } from "../../../shared/ui/translate";

interface WaitingProps {
  port: AlignmentPort;
  t: Translate;
}

interface Carried {
  carrier: WorkItem;
  view: TicketView;
}

/** Statements among what was seen that this person did not write and may sign, nearest reading first. */
export function WaitingForMe({ port, t }: WaitingProps) {
  const [found, setFound] = useState<Carried[] | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void Promise.all([port.knownTickets(), port.readMe()]).then(([views, me]) => {
      if (!isCurrent) return;
      if (me.ok) setFound(waitingFor(views, me.value));
      else setTrouble(failureText(t, me.error));
    });
    return () => {
      isCurrent = false;
    };
  }, [port, t]);

  if (trouble !== null) return <p role="alert">{trouble}</p>;
  if (found === null) return <p role="status">{t("statement_reading")}</p>;
  if (found.length === 0) return <p>{t("panelNothingWaits")}</p>;
  return found.map(({ carrier, view }) =>
    carrier.statement.kind !== "value" ? null : (
      <article key={carrier.id} className="statement-desk">
        <h2>{carrier.title}</h2>
        <p>{carrier.statement.value.problem}</p>
        <SignOffs
          port={port}
          t={t}
          carrier={carrier}
          statement={carrier.statement.value}
          policy={view.policy}
          isFinished
          isWritten
        />
      </article>
    ),
  );
}

function waitingFor(views: readonly TicketView[], me: string): Carried[] {
  const found = new Map<string, Carried>();
  for (const view of views)
    for (const carrier of [view.ticket, ...view.ancestors]) {
      const { statement, standingMirror } = carrier;
      if (statement.kind !== "value" || statement.value.author === me || standingMirror === "signed")
        continue;
      if (mayStand(view, me)) found.set(carrier.id, { carrier, view });
    }
  return [...found.values()];
}

/** Whether a function may be this person's to sign; groups and roles are told apart by the tracker when it is looked at. */
const mayStand = ({ policy }: TicketView, me: string): boolean =>
  policy.functions.some(
    ({ signers, groups = [], roles = [], standIns = [] }) =>
      signers.length + groups.length + roles.length === 0 ||
      groups.length + roles.length > 0 ||
      [...signers, ...standIns].includes(me),
  );
