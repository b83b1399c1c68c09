import { useState } from "react";
import type { WorkItem } from "../../domain/issue";
import { failureText } from "../failure-text";
import { BetChoice } from "../orphans/bet-choice";
import { useNearestBets } from "../orphans/link-to-bet";
import type { AlignmentPort } from "../port";
import type { Translate } from "../translate";
import { writePart } from "../write-part";

interface BetProps {
  port: AlignmentPort;
  t: Translate;
  item: WorkItem;
  onFixed: () => Promise<void>;
}

/** Links a ticket to a bet, whose statement it then inherits. */
export function GateBet({ port, t, item, onFixed }: BetProps) {
  const { bets, suggestions } = useNearestBets(port, item.key, true);
  const [said, say] = useState("");
  async function link(bet: WorkItem): Promise<void> {
    say(t("link_sending"));
    const written = await writePart(port, item.id, "parent", bet.id);
    say(written.ok ? "" : failureText(t, written.error));
    if (written.ok) await onFixed();
  }
  return (
    <div className="triage">
      <BetChoice t={t} bets={bets} suggestions={suggestions} onChoose={(it) => void link(it)} />
      <p role="status">{said}</p>
    </div>
  );
}
