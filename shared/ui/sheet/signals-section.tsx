import { emptySignal, type SignalForm } from "../../domain/sheet-form";
import { ChoiceField, LineField } from "./field";
import type { FormAccess } from "./form-access";
import { Rows } from "./rows";

/** Two or three signals, at least one of them a proxy. */
export function SignalsSection({ at }: { at: FormAccess }) {
  const { t, form, change, idOf } = at;
  return (
    <Rows
      id={idOf("signals")}
      legend={t("sheetDesk_part_signals")}
      help={t("sheetDesk_signalsHelp")}
      rows={form.signals}
      blank={emptySignal("proxy")}
      add={t("sheetDesk_addSignal")}
      remove={(place) => t("sheetDesk_removeSignal", String(place))}
      onChange={(signals) => change({ signals })}
    >
      {(row, place, set) => <SignalRow at={at} row={row} place={place} set={set} />}
    </Rows>
  );
}

interface RowProps {
  at: FormAccess;
  row: SignalForm;
  place: number;
  set: (row: SignalForm) => void;
}

function SignalRow({ at: { t, idOf, problemOf }, row, place, set }: RowProps) {
  const text = (name: "name" | "unit" | "baseline" | "target") => ({
    id: idOf(`signals.${place}.${name}`),
    value: row[name],
    problem: problemOf(`signals.${place}.${name}`),
    onChange: (value: string) => set({ ...row, [name]: value }),
  });
  return (
    <fieldset className="sheet-signal">
      <legend>{t("sheetDesk_signal", String(place + 1))}</legend>
      <ChoiceField
        id={idOf(`signals.${place}.kind`)}
        label={t("sheetDesk_kind")}
        value={row.kind}
        options={[
          ["proxy", t("sheetDesk_proxy")],
          ["outcome", t("sheetDesk_outcome")],
        ]}
        onChange={(kind) => set({ ...row, kind })}
      />
      <LineField {...text("name")} label={t("sheetDesk_signalName")} />
      <LineField {...text("unit")} label={t("sheetDesk_unit")} />
      <ChoiceField
        id={idOf(`signals.${place}.direction`)}
        label={t("sheetDesk_direction")}
        value={row.direction}
        options={[
          ["up", t("sheetDesk_up")],
          ["down", t("sheetDesk_down")],
        ]}
        onChange={(direction) => set({ ...row, direction })}
      />
      <LineField {...text("baseline")} label={t("sheetDesk_baseline")} numeric />
      <LineField {...text("target")} label={t("sheetDesk_target")} numeric />
    </fieldset>
  );
}
