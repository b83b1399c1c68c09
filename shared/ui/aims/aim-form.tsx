import Button from "@atlaskit/button/new";
import { useId, useState } from "react";
import { type Aim, aim as aimSchema } from "../../domain/aim";
import { LineField, TextField } from "../sheet/field";
import type { Translate } from "../translate";

interface FormProps {
  t: Translate;
  /** Null: a new one. */
  aim: Aim | null;
  onSave: (aim: Aim) => void;
  onLeave: () => void;
}

/** One shared aim, while it is typed. */
export function AimForm({ t, aim, onSave, onLeave }: FormProps) {
  const id = useId();
  const [title, setTitle] = useState(aim?.title ?? "");
  const [done, setDone] = useState(aim?.definitionOfDone ?? "");
  const [hasTried, setTried] = useState(false);
  const read = aimSchema.safeParse({ title, definitionOfDone: done.trim() === "" ? null : done });
  return (
    <form
      className="aim-form"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (read.success) onSave(read.data);
      }}
    >
      <LineField
        id={`${id}title`}
        label={t("sheetDesk_aimTitle")}
        help={t("sheetDesk_aimHelp")}
        problem={hasTried && !read.success ? t("sheetDesk_problem_aim_title") : null}
        value={title}
        onChange={setTitle}
      />
      <TextField
        id={`${id}done`}
        label={t("sheetDesk_part_definitionOfDone")}
        help={t("sheetDesk_doneHelp")}
        problem={null}
        value={done}
        onChange={setDone}
      />
      <div className="sheet-buttons">
        <Button type="submit" appearance="primary" spacing="compact">
          {t("aims_save")}
        </Button>
        <Button appearance="subtle" spacing="compact" onClick={onLeave}>
          {t("aims_leave")}
        </Button>
      </div>
    </form>
  );
}
