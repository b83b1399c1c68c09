import Button from "@atlaskit/button/new";
import type { FunctionStanding } from "../../domain/standing";
import { dayOf } from "../local-time";
import type { Translate } from "../translate";
import { wordOf } from "../word-of";
import { RefusedList } from "./refused-list";

interface FunctionProps {
  t: Translate;
  standing: FunctionStanding;
  me: string;
  busy: boolean;
  /** Whether this person may sign it now. */
  maySign: boolean;
  onSign: () => void;
  onWithdraw: () => void;
}

/** Who signed for one function, what does not count and why, and one press to sign or to take it back. */
export function FunctionSignOff({ t, standing, me, busy, maySign, onSign, onWithdraw }: FunctionProps) {
  const { signedBy, refused } = standing;
  const name = t(`function_${wordOf(standing.name)}`);
  return (
    <li>
      <div className="statement-buttons">
        <span>
          {signedBy === null
            ? t("signOff_open", name)
            : t("signOff_signedBy", name, signedBy.name, dayOf(signedBy.at))}
        </span>
        {signedBy?.id === me && (
          <Button spacing="compact" isDisabled={busy} onClick={onWithdraw}>
            {t("signOff_withdraw")}
          </Button>
        )}
        {maySign && (
          <Button appearance="primary" spacing="compact" isDisabled={busy} onClick={onSign}>
            {t("signOff_sign", name)}
          </Button>
        )}
      </div>
      <RefusedList t={t} refused={refused} />
    </li>
  );
}
