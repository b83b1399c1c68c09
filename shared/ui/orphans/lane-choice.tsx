import type { Lane } from "../../domain/lane";
import type { LaneUses } from "../../domain/lane-budget";
import type { Translate } from "../translate";

interface LaneProps {
  t: Translate;
  uses: LaneUses;
  onChoose: (lane: Lane) => void;
}

/** The lanes, each with the share of the known tickets that it takes. */
export const LaneChoice = ({ t, uses, onChoose }: LaneProps) => (
  <ul className="triage-lanes" aria-label={t("triage_lanes")}>
    {uses.lanes.map(({ lane, share, budget, over }, at) => (
      <li key={lane}>
        <button type="button" className="triage-lane" onClick={() => onChoose(lane)}>
          <span className="triage-kbd" aria-hidden="true">
            {at + 1}
          </span>
          <span>
            <strong>{t(`lane_${lane}`)}</strong>
            <span className="triage-quiet">{t(`lane_${lane}_means`)}</span>
            <span className={over ? "triage-over" : "triage-quiet"}>
              {budget === null
                ? t("triage_share", percent(share))
                : t(over ? "triage_shareOver" : "triage_shareOf", percent(share), percent(budget))}
            </span>
          </span>
        </button>
      </li>
    ))}
  </ul>
);

const percent = (share: number): string => String(Math.round(share * 100));
