import { bindText } from "./bind-text";
import { TextField } from "./field";
import type { FormAccess } from "./form-access";
import { Rows } from "./rows";

/** What the bet rests on: right to win, risks, what must be true, and what it is not about. */
export function ContractSection({ at }: { at: FormAccess }) {
  const { t, form, change, idOf } = at;
  const text = (field: string, label: string, value: string, onChange: (value: string) => void) => (
    <TextField id={idOf(field)} label={label} problem={null} value={value} onChange={onChange} />
  );
  return (
    <>
      <fieldset className="sheet-group">
        <legend>{t("sheetDesk_contract")}</legend>
        <TextField
          {...bindText(at, "rightToWin")}
          label={t("sheetDesk_part_rightToWin")}
          help={t("sheetDesk_rightToWinHelp")}
        />
      </fieldset>
      <Rows
        id={idOf("risks")}
        legend={t("sheetDesk_part_risks")}
        help={t("sheetDesk_risksHelp")}
        rows={form.risks}
        blank={{ text: "", oneWayDoor: false }}
        add={t("sheetDesk_addRisk")}
        remove={(place) => t("sheetDesk_removeRisk", String(place))}
        onChange={(risks) => change({ risks })}
      >
        {(row, place, set) => (
          <>
            {text(`risks.${place}`, t("sheetDesk_risk", String(place + 1)), row.text, (value) =>
              set({ ...row, text: value }),
            )}
            <label className="sheet-check">
              <input
                type="checkbox"
                checked={row.oneWayDoor}
                onChange={(event) => set({ ...row, oneWayDoor: event.target.checked })}
              />
              {t("sheetDesk_oneWayDoor")}
            </label>
          </>
        )}
      </Rows>
      <Rows
        id={idOf("assumptions")}
        legend={t("sheetDesk_part_assumptions")}
        help={t("sheetDesk_assumptionsHelp")}
        rows={form.assumptions}
        blank=""
        add={t("sheetDesk_addAssumption")}
        remove={(place) => t("sheetDesk_removeAssumption", String(place))}
        onChange={(assumptions) => change({ assumptions })}
      >
        {(row, place, set) =>
          text(`assumptions.${place}`, t("sheetDesk_assumption", String(place + 1)), row, set)
        }
      </Rows>
      <Rows
        id={idOf("nonGoals")}
        legend={t("sheetDesk_part_nonGoals")}
        help={t("sheetDesk_nonGoalsHelp")}
        rows={form.nonGoals}
        blank=""
        add={t("sheetDesk_addNonGoal")}
        remove={(place) => t("sheetDesk_removeNonGoal", String(place))}
        onChange={(nonGoals) => change({ nonGoals })}
      >
        {(row, place, set) => text(`nonGoals.${place}`, t("sheetDesk_nonGoal", String(place + 1)), row, set)}
      </Rows>
    </>
  );
}
