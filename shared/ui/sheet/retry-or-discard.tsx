import Button from "@atlaskit/button/new";
import type { Translate } from "../translate";

interface ChoiceProps {
  t: Translate;
  onRetry: () => void;
  onDiscard: () => void;
}

/** What a person can do with a write that did not get through. */
export const RetryOrDiscard = ({ t, onRetry, onDiscard }: ChoiceProps) => (
  <div className="sheet-buttons">
    <Button spacing="compact" onClick={onRetry}>
      {t("sheetDesk_retry")}
    </Button>
    <Button spacing="compact" onClick={onDiscard}>
      {t("sheetDesk_discard")}
    </Button>
  </div>
);
