import Button from "@atlaskit/button/new";
import type { Translate } from "../translate";
import type { Progress } from "./triage-progress";
import type { Act } from "./triage-state";
import { actText, whyItFailed } from "./triage-text";

interface ProgressProps {
  t: Translate;
  act: Act;
  /** It is taken back. */
  isBack?: boolean;
  progress: Progress;
  onAgain: () => void;
}

const shownStuck = 5;

/** How far a decision is, and what did not reach the tracker with its reason. */
export function ActProgress({
  t,
  act,
  isBack = false,
  progress: { all, done, delayed, stuck },
  onAgain,
}: ProgressProps) {
  return (
    <li className="triage-progress">
      <span>{isBack ? t("triage_takenBack", actText(t, act)) : actText(t, act, done < all)}</span>
      {all > 1 && (
        <label>
          <progress max={all} value={done} /> {t("triage_progress", String(done), String(all))}
        </label>
      )}
      {all > 1 && <p className="triage-quiet">{t("triage_mayClose")}</p>}
      {delayed !== null && <p>{t("triage_delayed", whyItFailed(t, delayed))}</p>}
      {stuck.length > 0 && (
        <div className="triage-stuck">
          <ul>
            {stuck.slice(0, shownStuck).map(({ entry, failure, state }) => (
              <li key={entry.writeId}>
                {state === "conflict"
                  ? t("triage_conflict", entry.key)
                  : t("triage_stuck", entry.key, whyItFailed(t, failure))}
              </li>
            ))}
            {stuck.length > shownStuck && <li>{t("triage_moreStuck", String(stuck.length - shownStuck))}</li>}
          </ul>
          <Button spacing="compact" onClick={onAgain}>
            {t("triage_again")}
          </Button>
        </div>
      )}
    </li>
  );
}
