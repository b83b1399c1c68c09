import Button from "@atlaskit/button/new";
import { useEffect, useState } from "react";
import type { WorkItem } from "../../../shared/domain/issue";
import type { LintField } from "../../../shared/domain/lint-finding";
import type { Statement } from "../../../shared/domain/statement";
import { formOfStatement } from "../../../shared/domain/statement-form";
import { blocks, lintStatement } from "../../../shared/domain/statement-lint";
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
  return found.map((it) => <Waiting key={it.carrier.id} port={port} t={t} {...it} />);
}

/** One statement; its comments are read once the person looks at who signed. */
function Waiting({ port, t, carrier, view }: WaitingProps & Carried) {
  const [isOpen, setOpen] = useState(false);
  const { statement } = carrier;
  if (statement.kind !== "value") return null;
  return (
    <article className="statement-desk">
      <h2>{carrier.title}</h2>
      {statementParts(statement.value).map(([field, text]) => (
        <p key={field}>
          <strong>{t(`statement_${field}`)}</strong> {text}
        </p>
      ))}
      {isOpen ? (
        <SignOffs
          port={port}
          t={t}
          carrier={carrier}
          statement={statement.value}
          policy={view.policy}
          isFinished={!blocks(lintStatement(statement.value, []))}
          isWritten
        />
      ) : (
        <div>
          <Button onClick={() => setOpen(true)}>{t("panelSign")}</Button>
        </div>
      )}
    </article>
  );
}

/** What is written of a statement, so that nobody signs what they have not seen. */
const statementParts = (it: Statement) =>
  Object.entries(formOfStatement(it)).filter(([, text]) => text !== "") as [LintField, string][];

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
