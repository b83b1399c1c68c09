import Button from "@atlaskit/button/new";
import type { WorkItem } from "../../domain/issue";
import { lane } from "../../domain/lane";
import type { AlignmentPort, Pending } from "../port";
import type { Translate } from "../translate";
import { nameOf } from "./bet-choice";
import { whyItFailed } from "./triage-text";

interface LeftOverProps {
  port: AlignmentPort;
  t: Translate;
  rows: readonly Pending[];
  keyOf: (object: string) => string;
  bets: readonly WorkItem[];
}

/** What stands against somebody else's change, or was refused after it left the list above: a person chooses what becomes of it. */
export function LeftOver({ port, t, rows, keyOf, bets }: LeftOverProps) {
  if (rows.length === 0) return null;
  const shown = (kind: string, value: unknown): string => {
    if (typeof value !== "string") return t("triage_nothing");
    const bet = bets.find(({ id }) => id === value);
    if (kind === "parent") return bet ? nameOf(bet) : t("triage_unknownBet");
    const known = lane.safeParse(value).data;
    return known ? t(`lane_${known}`) : value;
  };
  return (
    <ul className="triage-acts" aria-label={t("triage_leftOver")}>
      {rows.map(({ id, object, kind, mine, failure, conflict }) => (
        <li key={id} className="triage-stuck">
          <p role="alert">
            {conflict === null
              ? t("triage_stuck", keyOf(object), whyItFailed(t, failure))
              : t("triage_clash", keyOf(object), shown(kind, conflict.theirs), shown(kind, mine))}
          </p>
          <div className="triage-choice">
            <Button spacing="compact" onClick={() => void port.discard(id)}>
              {t(conflict === null ? "triage_letGo" : "triage_leaveTheirs")}
            </Button>
            <Button
              spacing="compact"
              onClick={() => void (conflict === null ? port.retry([id]) : port.resolve(id, mine))}
            >
              {t(conflict === null ? "triage_again" : "triage_setMine")}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}
