import Button from "@atlaskit/button/new";
import SectionMessage from "@atlaskit/section-message";
import { type Aim, aimList } from "../../domain/aim";
import { failureText } from "../failure-text";
import type { Pending } from "../port";
import { Raw } from "../raw";
import { RetryOrDiscard } from "../sheet/retry-or-discard";
import type { Translate } from "../translate";

interface TroubleProps {
  t: Translate;
  pending: Pending;
  onRetry: () => void;
  onDiscard: () => void;
  onKeepMine: () => void;
}

/** Why a changed list of aims is not in the tracker, and what can be done: somebody else changed it, or this person may not. */
export function AimsTrouble({ t, pending, onRetry, onDiscard, onKeepMine }: TroubleProps) {
  const { state, failure, conflict, mine } = pending;
  if (state === "conflict" && conflict !== null)
    return (
      <SectionMessage appearance="warning">
        <p>{t("aims_conflict")}</p>
        <h3>{t("sheetDesk_theirs")}</h3>
        <List value={conflict.theirs} />
        <h3>{t("sheetDesk_mine")}</h3>
        <List value={mine} />
        <div className="sheet-buttons">
          <Button spacing="compact" onClick={onDiscard}>
            {t("aims_theirsStand")}
          </Button>
          <Button spacing="compact" onClick={onKeepMine}>
            {t("aims_mineStand")}
          </Button>
        </div>
      </SectionMessage>
    );
  if (failure === null) return null;
  return (
    <SectionMessage appearance={state === "refused" ? "error" : "warning"}>
      <p>{failure.kind === "forbidden" ? t("aims_onlyAdmins") : failureText(t, failure)}</p>
      <RetryOrDiscard t={t} onRetry={onRetry} onDiscard={onDiscard} />
    </SectionMessage>
  );
}

function List({ value }: { value: unknown }) {
  const aims = aimList.nullable().safeParse(value);
  if (!aims.success) return <Raw value={value} />;
  return (
    <ul>
      {(aims.data ?? []).map(({ title, definitionOfDone }: Aim) => (
        <li key={title}>
          {title}
          {definitionOfDone !== null && `: ${definitionOfDone}`}
        </li>
      ))}
    </ul>
  );
}
