import Button from "@atlaskit/button/new";
import { useId, useState } from "react";
import type { WorkItem } from "../../domain/issue";
import { lane } from "../../domain/lane";
import type { Translate } from "../translate";
import { nameOf } from "./bet-choice";
import type { Choice } from "./triage-state";

interface BulkProps {
  t: Translate;
  count: number;
  bets: readonly WorkItem[];
  /** The first day that may be chosen. */
  tomorrow: string;
  nextWeek: string;
  onChoose: (choice: Choice) => void;
}

/** What can be decided of all that are selected, at once. */
export function BulkBar({ t, count, bets, tomorrow, nextWeek, onChoose }: BulkProps) {
  const ids = useId();
  const [betId, setBetId] = useState("");
  const [laneName, setLane] = useState("");
  const [day, setDay] = useState(nextWeek);
  const bet = bets.find(({ id }) => id === betId);
  const chosenLane = lane.options.find((it) => it === laneName);
  return (
    <fieldset className="triage-bulk">
      <legend>{t("triage_selected", String(count))}</legend>
      <div className="triage-choice">
        <div className="triage-field">
          <label htmlFor={`${ids}-bet`}>{t("triage_bet")}</label>
          <select id={`${ids}-bet`} value={betId} onChange={(event) => setBetId(event.target.value)}>
            <option value="">{t("triage_choose")}</option>
            {bets.map((it) => (
              <option key={it.id} value={it.id}>
                {nameOf(it)}
              </option>
            ))}
          </select>
        </div>
        <Button
          spacing="compact"
          isDisabled={bet === undefined}
          onClick={() => bet && onChoose({ kind: "parent", value: bet.id, title: bet.title })}
        >
          {t("triage_linkAll", String(count))}
        </Button>
      </div>
      <div className="triage-choice">
        <div className="triage-field">
          <label htmlFor={`${ids}-lane`}>{t("triage_lane")}</label>
          <select id={`${ids}-lane`} value={laneName} onChange={(event) => setLane(event.target.value)}>
            <option value="">{t("triage_choose")}</option>
            {lane.options.map((it) => (
              <option key={it} value={it}>
                {t(`lane_${it}`)}
              </option>
            ))}
          </select>
        </div>
        <Button
          spacing="compact"
          isDisabled={chosenLane === undefined}
          onClick={() => chosenLane && onChoose({ kind: "lane", value: chosenLane })}
        >
          {t("triage_laneAll", String(count))}
        </Button>
      </div>
      <div className="triage-choice">
        <label className="triage-field">
          {t("triage_until")}
          <input type="date" min={tomorrow} value={day} onChange={(event) => setDay(event.target.value)} />
        </label>
        <Button
          spacing="compact"
          isDisabled={day < tomorrow}
          onClick={() => onChoose({ kind: "deferral", value: day })}
        >
          {t("triage_deferAll", String(count))}
        </Button>
      </div>
    </fieldset>
  );
}
