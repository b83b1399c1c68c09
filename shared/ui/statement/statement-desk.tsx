import "./statement.css";
import { useEffect, useState } from "react";
import type { WorkItem } from "../../domain/issue";
import { failureText } from "../failure-text";
import type { AlignmentPort, PortFailure, TicketView } from "../port";
import type { Translate } from "../translate";
import { InheritorList } from "./inheritors";
import { type OpenedStatement, openStatement } from "./open-statement";
import { StatementPage } from "./statement-page";
import { StatementText } from "./statement-text";

export interface StatementDeskProps {
  port: AlignmentPort;
  t: Translate;
  view: TicketView;
  /** What the person had marked in the page when they began; empty: nothing. */
  selection: string;
  /** The statement was saved, and signatures asked for where the person wanted that. */
  onDone?: () => void;
  /** Puts the cursor into the first part, once there is one. Default: no. */
  begins?: boolean;
}

/** The statement that a ticket answers to: its bet's, or its own where the policy or the person wants one for it alone. */
export function StatementDesk({ port, t, view, selection, onDone, begins = false }: StatementDeskProps) {
  const bet = view.ancestors.find(({ isBet }) => isBet) ?? null;
  // A bet carries its own, also below another bet.
  const own =
    view.ticket.isBet || view.ticket.statement.kind !== "none" || view.policy.statementOn === "ticket";
  const [carrier, choose] = useState<WorkItem>(own || bet === null ? view.ticket : bet);
  const [opened, setOpened] = useState<OpenedStatement | null>(null);
  const [failure, setFailure] = useState<PortFailure | null>(null);
  const [tries, setTries] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: read again for another object, or when the person asks.
  useEffect(() => {
    let isCurrent = true;
    setOpened(null);
    setFailure(null);
    void openStatement(port, view, carrier, selection).then((read) => {
      if (!isCurrent) return;
      if (read.ok) setOpened(read.value);
      else setFailure(read.error);
    });
    return () => {
      isCurrent = false;
    };
  }, [port, carrier.id, tries]);

  return (
    <section className="statement-desk" aria-labelledby="statement-title">
      <h2 id="statement-title">{t("statement_title")}</h2>
      {bet !== null && (
        <fieldset className="statement-level">
          <legend>{t("statement_level")}</legend>
          {[bet, view.ticket].map((it) => (
            <label key={it.id}>
              <input
                type="radio"
                name="statement-level"
                checked={carrier.id === it.id}
                onChange={() => choose(it)}
              />
              <span>{t(it === bet ? "statement_levelBet" : "statement_levelTicket", it.title)}</span>
            </label>
          ))}
        </fieldset>
      )}
      <InheritorList key={`below ${carrier.id}`} port={port} t={t} carrier={carrier} />
      {failure !== null && (
        <div className="statement-alert" role="alert">
          <p>{failureText(t, failure)}</p>
          <button type="button" onClick={() => setTries(tries + 1)}>
            {t("statement_tryAgain")}
          </button>
        </div>
      )}
      {opened === null && failure === null && <p role="status">{t("statement_reading")}</p>}
      {opened === null && carrier.statement.kind === "value" && (
        <StatementText t={t} statement={carrier.statement.value} />
      )}
      {opened !== null && (
        <StatementPage
          key={carrier.id}
          port={port}
          t={t}
          carrier={carrier}
          opened={opened}
          begins={begins}
          {...(onDone && { onDone })}
        />
      )}
    </section>
  );
}
