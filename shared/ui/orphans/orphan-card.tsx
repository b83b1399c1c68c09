import Button from "@atlaskit/button/new";
import type { WorkItem } from "../../domain/issue";
import type { LaneUses } from "../../domain/lane-budget";
import type { Suggestion } from "../../domain/suggest-bets";
import type { TicketView } from "../port";
import type { Translate } from "../translate";
import { wordOf } from "../word-of";
import { BetChoice, KeyedLabel } from "./bet-choice";
import { LaneChoice } from "./lane-choice";
import type { TriageActs } from "./use-triage-keys";

interface CardProps {
  t: Translate;
  view: TicketView;
  bets: readonly WorkItem[];
  suggestions: readonly Suggestion[] | null;
  uses: LaneUses;
  day: string;
  tomorrow: string;
  choosesLane: boolean;
  act: Omit<TriageActs, "link"> & { link: (bet?: WorkItem) => unknown };
  onDay: (day: string) => void;
  onOpen: () => void;
}

/** The orphan in focus: why it is one, and what can be done about it. */
export function OrphanCard(props: CardProps) {
  const { t, view, bets, suggestions, uses, day, tomorrow, choosesLane, act, onDay, onOpen } = props;
  const { ticket, alignment } = view;
  return (
    <article className="triage-card" aria-labelledby="triage-ticket">
      <h3 id="triage-ticket">
        <button type="button" className="triage-key" onClick={onOpen}>
          {ticket.key}
        </button>{" "}
        {ticket.title}
      </h3>
      <ul className="triage-reasons">
        {alignment.kind === "orphan" &&
          alignment.reasons.map((reason) => (
            <li key={reason}>
              {t(`orphan_${wordOf(reason)}`)}{" "}
              <span className="triage-quiet">{t(`orphan_${wordOf(reason)}_fix`)}</span>
            </li>
          ))}
      </ul>
      <BetChoice key={ticket.id} t={t} bets={bets} suggestions={suggestions} onChoose={act.link} />
      <div className="triage-buttons">
        <Button aria-expanded={choosesLane} onClick={() => act.chooseLane(!choosesLane)}>
          <KeyedLabel of="2" label={t("triage_toLane")} />
        </Button>
        <Button isDisabled={day < tomorrow} onClick={() => act.defer()}>
          <KeyedLabel of="3" label={t("triage_defer")} />
        </Button>
        <label className="triage-field">
          {t("triage_until")}
          <input type="date" min={tomorrow} value={day} onChange={(event) => onDay(event.target.value)} />
        </label>
        <Button appearance="subtle" onClick={() => act.skip()}>
          <KeyedLabel of="4" label={t("triage_skip")} />
        </Button>
      </div>
      {choosesLane && (
        <LaneChoice
          t={t}
          uses={uses}
          onChoose={(lane) => act.lane(uses.lanes.findIndex((it) => it.lane === lane))}
        />
      )}
    </article>
  );
}
