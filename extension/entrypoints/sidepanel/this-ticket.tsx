import Button from "@atlaskit/button/new";
import { mechanismSentence } from "../../../shared/domain/mechanism-sentence";
import { failureText } from "../../../shared/ui/failure-text";
import type { AlignmentPort } from "../../../shared/ui/port";
import { StatementDesk } from "../../../shared/ui/statement/statement-desk";
import type { Translate } from "../../../shared/ui/translate";
import { wordOf } from "../../../shared/ui/word-of";
import { freshMs } from "../../facts/plan-fetch";
import { useTicket } from "./use-ticket";

interface TicketProps {
  port: AlignmentPort;
  t: Translate;
  /** Null: the page is about no single ticket. */
  ticket: string | null;
}

/** What the ticket of the page serves, and its statement. */
export function ThisTicket({ port, t, ticket }: TicketProps) {
  const { view, failure, again } = useTicket(port, ticket);
  if (ticket === null) return <p>{t("panelNoTicket")}</p>;
  if (failure !== null && view === null)
    return (
      <div className="trouble" role="alert">
        <p>{failureText(t, failure)}</p>
        <Button onClick={again}>{t("statement_tryAgain")}</Button>
      </div>
    );
  if (view === null) return <p role="status">{t("statement_reading")}</p>;
  const { alignment } = view;
  return (
    <>
      <section className="serves">
        <h2>
          {view.ticket.key} {view.ticket.title}
        </h2>
        {Date.now() - Date.parse(view.readAt) > freshMs && <p className="trouble">{t("badgeStale")}</p>}
        {alignment.kind === "aligned" && (
          <>
            <p>
              <strong>{alignment.sheet.aim.title}</strong>
            </p>
            <p>{mechanismSentence(alignment.sheet.mechanism)}</p>
          </>
        )}
        {alignment.kind === "lane" && <p>{t(`lane_${alignment.lane}`)}</p>}
        {alignment.kind === "orphan" &&
          alignment.reasons.map((reason) => <p key={reason}>{t(`orphan_${wordOf(reason)}`)}</p>)}
        {alignment.kind === "unknown" && <p>{t(`unknown_${wordOf(alignment.reason)}`)}</p>}
      </section>
      <StatementDesk port={port} t={t} view={view} selection="" />
    </>
  );
}
