import Button from "@atlaskit/button/new";
import { type Aim, aim as aimSchema } from "../../domain/aim";
import { aimDeparture } from "../../domain/shared-aim";
import { bindText } from "./bind-text";
import { ChoiceField, LineField, TextField } from "./field";
import type { FormAccess } from "./form-access";

/** The outcome wanted, and when it is reached: chosen from the shared aims or written, and told where it is another. */
export function AimSection({ at }: { at: FormAccess }) {
  const { t, form, aims, change, idOf } = at;
  const take = (it: Aim) => change({ aim: it.title, definitionOfDone: it.definitionOfDone ?? "" });
  const written = aimSchema.safeParse({
    title: form.aim,
    definitionOfDone: form.definitionOfDone.trim() === "" ? null : form.definitionOfDone,
  });
  const departure = written.success ? aimDeparture(written.data, aims) : null;
  return (
    <fieldset className="sheet-group">
      <legend>{t("sheetDesk_part_aim")}</legend>
      {aims.length > 0 && (
        <ChoiceField
          id={idOf("sharedAim")}
          label={t("aims_choose")}
          value={aims.find(({ title }) => title === form.aim)?.title ?? ""}
          options={[["", t("aims_own")], ...aims.map(({ title }) => [title, title] as const)]}
          onChange={(title) => {
            const chosen = aims.find((it) => it.title === title);
            if (chosen) take(chosen);
          }}
        />
      )}
      <LineField {...bindText(at, "aim")} label={t("sheetDesk_aimTitle")} help={t("sheetDesk_aimHelp")} />
      <TextField
        {...bindText(at, "definitionOfDone")}
        label={t("sheetDesk_part_definitionOfDone")}
        help={t("sheetDesk_doneHelp")}
      />
      <div aria-live="polite">
        {departure?.kind === "not-shared" && <p className="sheet-quiet">{t("aims_notShared")}</p>}
        {departure?.kind === "differs" && (
          <>
            <p className="sheet-quiet">
              {t("aims_differs", departure.shared.definitionOfDone ?? t("sheetDesk_nothing"))}
            </p>
            <Button spacing="compact" onClick={() => take(departure.shared)}>
              {t("aims_take")}
            </Button>
          </>
        )}
      </div>
    </fieldset>
  );
}
