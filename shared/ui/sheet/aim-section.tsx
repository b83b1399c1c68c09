import { bindText } from "./bind-text";
import { LineField, TextField } from "./field";
import type { FormAccess } from "./form-access";

/** The outcome wanted, and when it is reached. */
export function AimSection({ at }: { at: FormAccess }) {
  const { t } = at;
  return (
    <fieldset className="sheet-group">
      <legend>{t("sheetDesk_part_aim")}</legend>
      <LineField {...bindText(at, "aim")} label={t("sheetDesk_aimTitle")} help={t("sheetDesk_aimHelp")} />
      <TextField
        {...bindText(at, "definitionOfDone")}
        label={t("sheetDesk_part_definitionOfDone")}
        help={t("sheetDesk_doneHelp")}
      />
    </fieldset>
  );
}
