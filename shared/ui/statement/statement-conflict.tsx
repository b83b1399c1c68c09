import Button from "@atlaskit/button/new";
import { useState } from "react";
import { writeStatement } from "../../domain/markdown";
import { statementDifference } from "../../domain/sheet-difference";
import { type Statement, statement } from "../../domain/statement";
import { formOfStatement } from "../../domain/statement-form";
import { Raw } from "../raw";
import type { Translate } from "../translate";
import type { StatementClash } from "./use-statement-saves";

interface ConflictProps {
  t: Translate;
  conflict: StatementClash;
  onResolve: (chosen: Statement) => void;
}

/** Somebody else saved meanwhile: their text beside the person's own, chosen part by part. Nothing is chosen beforehand. */
export function StatementConflict({ t, conflict, onResolve }: ConflictProps) {
  const { theirs, raw, mine, covered } = conflict;
  const [choice, choose] = useState<Readonly<Record<string, "theirs" | "mine">>>({});
  const parts = theirs === null ? [] : statementDifference(theirs, mine).map(({ part }) => part);
  const texts = { theirs: formOfStatement(theirs), mine: formOfStatement(mine) };
  const chosen = Object.fromEntries(
    parts.map((part) => [part, (choice[part] === "theirs" ? theirs : mine)?.[part]]),
  );
  return (
    <div className="statement-alert" role="alert">
      <h3>{t("statement_conflict")}</h3>
      <p>{t(theirs === null ? "statement_conflictGone" : "statement_conflictChoose")}</p>
      {theirs === null && raw !== null && <Raw value={raw} />}
      {parts.map((part) => (
        <fieldset key={part}>
          <legend>{t(`statement_${part}`)}</legend>
          {(["theirs", "mine"] as const).map((whose) => (
            <label key={whose}>
              <input
                type="radio"
                name={`conflict-${part}`}
                checked={choice[part] === whose}
                onChange={() => choose({ ...choice, [part]: whose })}
              />
              <span>
                <strong>{t(whose === "theirs" ? "statement_theirs" : "statement_mine")}</strong>{" "}
                {texts[whose][part]}
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      {covered !== null && (
        <details>
          <summary>{t("statement_covered")}</summary>
          <Raw value={pageOf(covered)} />
        </details>
      )}
      <Button
        appearance="primary"
        isDisabled={parts.some((part) => choice[part] === undefined)}
        onClick={() => onResolve({ ...mine, ...chosen })}
      >
        {t("statement_conflictSave")}
      </Button>
    </div>
  );
}

/** A statement as its page; anything else as it stands. */
function pageOf(value: unknown): unknown {
  const read = statement.safeParse(value);
  return read.success ? writeStatement(read.data) : value;
}
