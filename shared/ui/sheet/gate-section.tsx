import { defaultGateDay } from "../../domain/stage-gate-default";
import { bindText } from "./bind-text";
import { DayField, TextField } from "./field";
import type { FormAccess } from "./form-access";

/** When the bet is looked at, two weeks on unless said otherwise, and when it continues. */
export function GateSection({ at }: { at: FormAccess }) {
  const { t, form, today } = at;
  return (
    <fieldset className="sheet-group">
      <legend>{t("sheetDesk_gate")}</legend>
      <DayField
        {...bindText(at, "gateDate")}
        value={form.gateDate || defaultGateDay(today)}
        label={t("sheetDesk_part_stageGateDate")}
        help={t("sheetDesk_gateDateHelp")}
      />
      <TextField
        {...bindText(at, "gateRule")}
        label={t("sheetDesk_part_stageGateRule")}
        help={t("sheetDesk_gateRuleHelp")}
      />
    </fieldset>
  );
}
