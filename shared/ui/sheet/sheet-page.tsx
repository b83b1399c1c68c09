import type { Sheet } from "../../domain/sheet";
import { sheetState } from "../../domain/sheet";
import { AimSection } from "./aim-section";
import { CareSection } from "./care-section";
import { ContractSection } from "./contract-section";
import { ChoiceField } from "./field";
import type { FormAccess } from "./form-access";
import { GapList } from "./gap-list";
import { GateSection } from "./gate-section";
import { MechanismSection } from "./mechanism-section";
import { SignalsSection } from "./signals-section";

/** The whole sheet on one page, with what it lacks above it. */
export function SheetPage({
  at,
  sheet,
  onLead,
}: {
  at: FormAccess;
  sheet: Sheet;
  onLead: (field: string) => void;
}) {
  const { t, form, change, idOf } = at;
  return (
    <>
      <GapList t={t} sheet={sheet} onLead={onLead} />
      <ChoiceField
        id={idOf("state")}
        label={t("sheetDesk_part_state")}
        value={form.state}
        options={sheetState.options.map((it) => [it, t(`sheetDesk_state_${it}`)])}
        onChange={(state) => change({ state })}
      />
      <AimSection at={at} />
      <MechanismSection at={at} />
      <SignalsSection at={at} />
      <GateSection at={at} />
      <CareSection at={at} />
      <ContractSection at={at} />
    </>
  );
}
