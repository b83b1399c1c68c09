import type { LintField } from "../../domain/lint-finding";
import type { Statement } from "../../domain/statement";
import { formOfStatement } from "../../domain/statement-form";
import type { Translate } from "../translate";

/** All that is written of a statement, to be read. */
export const StatementText = ({ t, statement }: { t: Translate; statement: Statement }) =>
  (Object.entries(formOfStatement(statement)) as [LintField, string][])
    .filter(([, text]) => text !== "")
    .map(([field, text]) => (
      <p key={field} className="statement-text">
        <strong>{t(`statement_${field}`)}</strong> {text}
      </p>
    ));
