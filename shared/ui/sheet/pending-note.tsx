import SectionMessage from "@atlaskit/section-message";
import { failureText } from "../failure-text";
import type { Pending } from "../port";
import type { Translate } from "../translate";
import { RetryOrDiscard } from "./retry-or-discard";

interface PendingProps {
  t: Translate;
  pending: Pending;
  onRetry: () => void;
  onDiscard: () => void;
}

/** Where a save is on its way to the tracker, and what can be done where it stays. */
export function PendingNote({ t, pending: { state, failure, retryAt }, onRetry, onDiscard }: PendingProps) {
  if (state === "sending" || (state === "waiting" && failure === null))
    return <p aria-live="polite">{t("sheetDesk_sending")}</p>;
  return (
    <div aria-live="polite">
      <SectionMessage appearance={state === "refused" ? "error" : "warning"}>
        <p>{state === "refused" ? t("sheetDesk_refused") : t("sheetDesk_waiting")}</p>
        {failure && <p>{failureText(t, failure)}</p>}
        {retryAt !== null && (
          <p>
            {t(
              "sheetDesk_retryAt",
              new Date(retryAt).toLocaleTimeString(document.documentElement.lang || []),
            )}
          </p>
        )}
        <RetryOrDiscard t={t} onRetry={onRetry} onDiscard={onDiscard} />
      </SectionMessage>
    </div>
  );
}
