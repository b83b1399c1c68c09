import { useEffect, useState } from "react";
import type { Translate } from "../../../shared/ui/translate";
import { isGuarded } from "../../gate/is-guarded";
import { ReloadNote } from "./reload-note";

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
  return isOut ? (
    <ReloadNote tabId={tabId} what={t("popupUnguarded")} why={t("popupUnguardedWhy")} t={t} />
  ) : null;
}
