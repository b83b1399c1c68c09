import Button from "@atlaskit/button/new";
import { useEffect } from "react";
import { freshMs } from "../../domain/fresh-ms";
import { mechanismSentence } from "../../domain/mechanism-sentence";
import { failureText } from "../failure-text";
import { isToLink, LinkToBet } from "../orphans/link-to-bet";
import type { AlignmentPort, TicketView } from "../port";
import { StatementDesk } from "../statement/statement-desk";
import type { Translate } from "../translate";
import { wordOf } from "../word-of";
import { useTicket } from "./use-ticket";

interface TicketProps {
  port: AlignmentPort;
  t: Translate;
  /** Null: the page is about no single ticket. */
  ticket: string | null;
  /** What is marked in the page. Default: nothing. */
  selection?: string;
  /** The statement was saved, and whatever else was asked for with it. */
  onDone?: () => void;
  /** There is something to see: the ticket, or why it cannot be read. */
  onDrawn?: () => void;
}

/** What the ticket of the page serves, and its statement. */
export function ThisTicket({ port, t, ticket, selection = "", onDone, onDrawn }: TicketProps) {
  const { view, failure, again, show } = useTicket(port, ticket);
  const isDrawn = view !== null || failure !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once.
  useEffect(() => {
    if (isDrawn) onDrawn?.();
  }, [isDrawn]);

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
      <LinkToBet
        port={port}
        t={t}
        view={view}
        onChanged={async (parentId) => show(await readBelow(port, view, parentId))}
      />
      <StatementDesk
        key={view.ticket.parentId}
        port={port}
        t={t}
        view={view}
        selection={selection}
        begins={onDone !== undefined && !isToLink(view)}
        {...(onDone && { onDone })}
      />
    </>
  );
}

const [mostTries, pauseMs] = [10, 300];

/** The ticket as it is once it hangs below another object; trackers may tell of a change a little later than they make it. */
async function readBelow(
  port: AlignmentPort,
  before: TicketView,
  parentId: string | null,
): Promise<TicketView> {
  for (let tries = 0; tries < mostTries; tries++) {
    const read = await port.readTicket(before.ticket.key);
    if (read.ok && read.value.ticket.parentId === parentId) return read.value;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return before;
}
