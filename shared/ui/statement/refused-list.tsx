import type { RefusedSignOff } from "../../domain/standing";
import type { Translate } from "../translate";
import { wordOf } from "../word-of";

interface RefusedProps {
  t: Translate;
  refused: readonly RefusedSignOff[];
  isWithdrawal?: boolean;
}

/** Comments that do not count, each with its own reason. */
export const RefusedList = ({ t, refused, isWithdrawal = false }: RefusedProps) =>
  refused.map(({ by, at, reason }) => {
    const [who, why] = [by.name || t("signOff_somebody"), t(`refusal_${wordOf(reason)}`)];
    return (
      <p key={`${by.id} ${at} ${reason}`} className="statement-quiet">
        {isWithdrawal ? t("signOff_withdrawalDoesNotCount", who, why) : t("signOff_doesNotCount", who, why)}
      </p>
    );
  });
