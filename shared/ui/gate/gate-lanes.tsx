import { useState } from "react";
import type { WorkItem } from "../../domain/issue";
import type { Lane } from "../../domain/lane";
import { failureText } from "../failure-text";
import type { AlignmentPort } from "../port";
import type { Translate } from "../translate";
import { useKeys } from "../use-keys";
import { writePart } from "../write-part";

interface LanesProps {
  port: AlignmentPort;
  t: Translate;
  item: WorkItem;
  /** Those whose tickets need no statement. */
  lanes: readonly Lane[];
  onFixed: () => Promise<void>;
}

/** Puts a ticket into a lane, which says that it serves no aim on purpose. */
export function GateLanes({ port, t, item, lanes, onFixed }: LanesProps) {
  const [said, say] = useState("");
  async function put(lane: Lane): Promise<void> {
    say(t("gate_sending"));
    const written = await writePart(port, item.id, "lane", lane);
    say(written.ok ? "" : failureText(t, written.error));
    if (written.ok) await onFixed();
  }
  useKeys(Object.fromEntries(lanes.map((lane, at) => [String(at + 1), () => void put(lane)])));
  return (
    <>
      <ul className="gate-lanes" aria-label={t("triage_lanes")}>
        {lanes.map((lane, at) => (
          <li key={lane}>
            <button type="button" className="triage-lane" onClick={() => void put(lane)}>
              <span className="triage-kbd" aria-hidden="true">
                {at + 1}
              </span>
              <span>
                <strong>{t(`lane_${lane}`)}</strong>{" "}
                <span className="gate-quiet">{t(`lane_${lane}_means`)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p role="status">{said}</p>
    </>
  );
}
