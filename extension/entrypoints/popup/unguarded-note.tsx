import { useEffect, useState } from "react";
import type { Translate } from "../../../shared/ui/translate";
import { isGuarded } from "../../gate/is-guarded";
import { ReloadButton } from "./reload-button";

/** Says that the gate does not watch a tab's page, with the press that mends it; nothing where it does. */
export function UnguardedNote({ tabId, t }: { tabId: number; t: Translate }) {
  const [isOut, setOut] = useState(false);
  useEffect(() => {
    // A page that cannot be reached is told of by what it does not answer.
    isGuarded(tabId).then(
      (it) => setOut(!it),
      () => setOut(false),
    );
  }, [tabId]);
  if (!isOut) return null;
  return (
    <div className="trouble">
      <p>
        <strong>{t("popupUnguarded")}</strong> {t("popupUnguardedWhy")}
      </p>
      <ReloadButton tabId={tabId} t={t} />
    </div>
  );
}
