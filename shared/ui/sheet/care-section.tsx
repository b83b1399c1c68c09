import { bindText } from "./bind-text";
import { LineField } from "./field";
import type { FormAccess } from "./form-access";

/** Who looks after the bet, how often, and what must hold for users meanwhile. */
export function CareSection({ at }: { at: FormAccess }) {
  const { t } = at;
  return (
    <>
      <fieldset className="sheet-group">
        <legend>{t("sheetDesk_part_guardrail")}</legend>
        <LineField {...bindText(at, "sli")} label={t("sheetDesk_sli")} help={t("sheetDesk_sliHelp")} />
        <LineField
          {...bindText(at, "threshold")}
          label={t("sheetDesk_threshold")}
          help={t("sheetDesk_thresholdHelp")}
        />
      </fieldset>
      <fieldset className="sheet-group">
        <legend>{t("sheetDesk_care")}</legend>
        <LineField
          {...bindText(at, "owner")}
          label={t("sheetDesk_part_owner")}
          help={t("sheetDesk_ownerHelp")}
        />
        <LineField
          {...bindText(at, "cadence")}
          label={t("sheetDesk_part_cadence")}
          help={t("sheetDesk_cadenceHelp")}
        />
      </fieldset>
    </>
  );
}
