import TextArea from "@atlaskit/textarea";
import Textfield from "@atlaskit/textfield";
import type { ReactNode } from "react";

interface FieldProps {
  id: string;
  label: string;
  help?: string;
  problem: string | null;
  value: string;
  onChange: (value: string) => void;
}

/** What describes a field: its help and what is wrong with it. */
const describedBy = ({ id, help, problem }: Pick<FieldProps, "id" | "help" | "problem">) =>
  [help && `${id}-help`, problem && `${id}-problem`].filter(Boolean).join(" ") || undefined;

function Frame({ id, label, help, problem, children }: FieldProps & { children: ReactNode }) {
  return (
    <div className="sheet-field">
      <label htmlFor={id}>{label}</label>
      {children}
      {help && (
        <p id={`${id}-help`} className="sheet-quiet">
          {help}
        </p>
      )}
      <Problem id={id} text={problem} />
    </div>
  );
}

/** What is wrong with a field, said when it appears. */
export const Problem = ({ id, text }: { id: string; text: string | null }) => (
  <div aria-live="polite">
    {text !== null && (
      <p id={`${id}-problem`} className="sheet-problem">
        {text}
      </p>
    )}
  </div>
);

/** One line of text. */
export function LineField({ numeric = false, ...it }: FieldProps & { numeric?: boolean }) {
  return (
    <Frame {...it}>
      <Textfield
        id={it.id}
        value={it.value}
        autoComplete="off"
        inputMode={numeric ? "decimal" : "text"}
        isInvalid={it.problem !== null}
        aria-describedby={describedBy(it)}
        onChange={(event) => it.onChange((event.target as HTMLInputElement).value)}
      />
    </Frame>
  );
}

/** Text that may have several lines; it grows with what is written. */
export function TextField(it: FieldProps) {
  return (
    <Frame {...it}>
      <TextArea
        id={it.id}
        value={it.value}
        resize="smart"
        minimumRows={2}
        isInvalid={it.problem !== null}
        aria-describedby={describedBy(it)}
        onChange={(event) => it.onChange(event.target.value)}
      />
    </Frame>
  );
}

/** A calendar day. */
export function DayField(it: FieldProps) {
  return (
    <Frame {...it}>
      <input
        id={it.id}
        type="date"
        className="sheet-input"
        value={it.value}
        aria-invalid={it.problem !== null}
        aria-describedby={describedBy(it)}
        onChange={(event) => it.onChange(event.target.value)}
      />
    </Frame>
  );
}

interface ChoiceProps<Value extends string> {
  id: string;
  label: string;
  value: Value;
  options: readonly (readonly [Value, string])[];
  onChange: (value: Value) => void;
}

/** One of a few. */
export function ChoiceField<Value extends string>({
  id,
  label,
  value,
  options,
  onChange,
}: ChoiceProps<Value>) {
  return (
    <div className="sheet-field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="sheet-input"
        value={value}
        onChange={(event) => {
          const chosen = options.find(([it]) => it === event.target.value);
          if (chosen) onChange(chosen[0]);
        }}
      >
        {options.map(([it, name]) => (
          <option key={it} value={it}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
