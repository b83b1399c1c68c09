import Button from "@atlaskit/button/new";
import { failureText } from "../../../shared/ui/failure-text";
import type { PortFailure } from "../../../shared/ui/port";
import type { Translate } from "../../../shared/ui/translate";

interface TroubleProps {
  t: Translate;
  failure: PortFailure;
  onAgain: () => void;
}

/** Why one of the app's functions gave no answer, and what to do about it. */
export const AnswerTrouble = ({ t, failure, onAgain }: TroubleProps) => (
  <div className="trouble" role="alert">
    <p>{failure.kind === "forbidden" ? t("forge_adminsOnly") : failureText(t, failure)}</p>
    {failure.kind !== "forbidden" && <Button onClick={onAgain}>{t("statement_tryAgain")}</Button>}
  </div>
);
