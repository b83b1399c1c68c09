import Button from "@atlaskit/button/new";
import { useState } from "react";
import { blocks, lintStatement } from "../../domain/statement-lint";
import { failureText } from "../failure-text";
import { timeOf } from "../local-time";
import type { AlignmentPort } from "../port";
import { SignOffs } from "../statement/sign-offs";
import { StatementText } from "../statement/statement-text";
import type { Translate } from "../translate";
import { useWaiting } from "./use-waiting";
import type { Verified } from "./verify-waiting";

interface WaitingProps {
  port: AlignmentPort;
  t: Translate;
}

/** Statements among what was seen that wait for this person's signature, verified by their comments, and how fresh that is. */
export function WaitingForMe({ port, t }: WaitingProps) {
  const { trouble, verified, all, isBusy, more, again } = useWaiting(port, t);
  const shown = verified.filter((it) => it.kind !== "settled");
  const left = (all ?? 0) - verified.length;
  return (
    <>
      {trouble !== null && <p role="alert">{trouble}</p>}
      <div role="status">
        {isBusy && (
          <p>
            {all === null
              ? t("statement_reading")
              : t("waiting_checking", String(verified.length + 1), String(all))}
          </p>
        )}
        {all !== null && !isBusy && left === 0 && shown.length === 0 && <p>{t("panelNothingWaits")}</p>}
      </div>
      {shown.map((it) => (
        <Waiting key={it.carried.carrier.id} port={port} t={t} it={it} />
      ))}
      {!isBusy && (
        <div className="statement-buttons">
          {left > 0 && <Button onClick={more}>{t("waiting_more", String(left))}</Button>}
          <Button appearance="subtle" onClick={again}>
            {t("signOff_check")}
          </Button>
        </div>
      )}
    </>
  );
}

/** One statement, shown whole, so that nobody signs what they have not seen. */
function Waiting({ port, t, it }: WaitingProps & { it: Exclude<Verified, { kind: "settled" }> }) {
  const [isOpen, setOpen] = useState(false);
  const { carrier } = it.carried;
  return (
    <article className="statement-desk">
      <h2>{carrier.title}</h2>
      {it.kind === "unknown" ? (
        <p>{t("waiting_unknown", failureText(t, it.failure))}</p>
      ) : (
        <>
          <StatementText t={t} statement={it.statement} />
          {isOpen ? (
            <SignOffs
              port={port}
              t={t}
              carrier={carrier}
              statement={it.statement}
              isFinished={!blocks(lintStatement(it.statement, []))}
              isWritten
            />
          ) : (
            <div className="statement-buttons">
              <Button onClick={() => setOpen(true)}>{t("panelSign")}</Button>
              <span className="statement-quiet">{t("signOff_checkedAt", timeOf(it.checkedAt))}</span>
            </div>
          )}
        </>
      )}
    </article>
  );
}
