import TextArea from "@atlaskit/textarea";
import { bindText } from "./bind-text";
import { Problem } from "./field";
import type { FormAccess } from "./form-access";

/** The mechanism as one sentence with three blanks. */
export function MechanismSection({ at }: { at: FormAccess }) {
  const { t } = at;
  const blanks = [
    { name: "lever", before: t("sheetDesk_believe"), label: t("sheetDesk_lever") },
    { name: "metric", before: t("sheetDesk_willMove"), label: t("sheetDesk_metric") },
    { name: "reason", before: t("sheetDesk_because"), label: t("sheetDesk_reason") },
  ] as const;
  return (
    <fieldset className="sheet-group">
      <legend>{t("sheetDesk_part_mechanism")}</legend>
      <p className="sheet-quiet">{t("sheetDesk_mechanismHelp")}</p>
      {blanks.map(({ name, before, label }) => {
        const { id, value, problem, onChange } = bindText(at, name);
        return (
          <div key={name} className="sheet-blank">
            <label htmlFor={id}>
              {before} <span className="sheet-quiet">({label})</span>
            </label>
            <TextArea
              id={id}
              value={value}
              resize="smart"
              minimumRows={1}
              isInvalid={problem !== null}
              aria-describedby={problem === null ? undefined : `${id}-problem`}
              onChange={(event) => onChange(event.target.value)}
            />
            <Problem id={id} text={problem} />
          </div>
        );
      })}
    </fieldset>
  );
}
