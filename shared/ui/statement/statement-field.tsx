import TextArea from "@atlaskit/textarea";
import type { LintField, LintFinding } from "../../domain/lint-finding";
import type { Translate } from "../translate";
import { wordOf } from "../word-of";

interface FieldProps {
  t: Translate;
  field: LintField;
  value: string;
  findings: readonly LintFinding[];
  onChange: (value: string) => void;
  onLeave: () => void;
  /** True: it was a whole page, and the form has it. */
  onPastePage: (text: string) => boolean;
}

const hasLines: readonly LintField[] = ["problem", "evidence", "nonGoals"];

/** Of the element in which a part is written. */
export const fieldId = (field: LintField): string => `statement-${field}`;

/** One part of a statement: its place in the sentence, a line of help, an example, and what is found in it. */
export function StatementField({ t, field, value, findings, onChange, onLeave, onPastePage }: FieldProps) {
  const id = fieldId(field);
  const isBlocked = findings.some(({ level }) => level === "block");
  return (
    <div className="statement-field">
      <label htmlFor={id}>{t(`statement_${field}`)}</label>
      <p id={`${id}-help`} className="statement-quiet">
        {t(`statement_${field}_help`)}
      </p>
      <TextArea
        id={id}
        value={value}
        placeholder={t(`statement_${field}_example`)}
        minimumRows={hasLines.includes(field) ? 2 : 1}
        resize="smart"
        isInvalid={isBlocked}
        aria-describedby={`${id}-help ${id}-found`}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onLeave}
        onPaste={(event) => {
          if (onPastePage(event.clipboardData.getData("text/plain"))) event.preventDefault();
        }}
      />
      <ul id={`${id}-found`} aria-live="polite">
        {findings.map(({ id: finding, rule, level, suggestion }) => (
          <li key={finding} className={`statement-finding ${level}`}>
            {t(`lint_${wordOf(rule)}`)} {t(`lintFix_${wordOf(suggestion)}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}
