import { refusalReasons } from "../../shared/domain/entry";
import type { GateDecision } from "../../shared/gate/judge-moves";
import type { Translate } from "../../shared/ui/translate";
import { wordOf } from "../../shared/ui/word-of";

/** The one sentence that a refused request is answered with, about all that it would have done; null: nothing is kept out. */
export function refusalSentence(decisions: readonly GateDecision[], t: Translate): string | null {
  const blocked = decisions.filter(({ verdict }) => verdict.verdict === "block");
  const [first] = blocked;
  if (first === undefined) return null;
  const reason = refusalReasons.find((it) => first.verdict.reasons.includes(it)) ?? "facts-missing";
  const why = t(`gateWhy_${wordOf(reason)}`);
  const key = first.issue ?? t("gateNewTicket");
  return blocked.length === 1
    ? t("gateRefused", key, why)
    : t("gateRefusedMore", key, why, String(blocked.length - 1));
}
