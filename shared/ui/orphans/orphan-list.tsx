import type { MouseEvent } from "react";
import type { Translate } from "../translate";
import { BulkBar } from "./bulk-bar";
import type { Triage } from "./use-triage";

interface ListProps {
  t: Translate;
  triage: Triage;
  tomorrow: string;
  nextWeek: string;
}

/** Every open orphan, to go to one or to decide of many. */
export function OrphanList({ t, triage, tomorrow, nextWeek }: ListProps) {
  const { open, state, send, byId, bets, decide } = triage;
  const { selected } = state;
  const select = (object: string, event: MouseEvent<HTMLInputElement>) =>
    send({ kind: "selected", object, on: event.currentTarget.checked, range: event.shiftKey });
  return (
    <section className="triage-list" aria-labelledby="triage-many">
      <h3 id="triage-many">{t("triage_many")}</h3>
      <label className="triage-check">
        <input
          type="checkbox"
          checked={selected.size === open.length}
          onChange={(event) => send({ kind: "selected-all", on: event.target.checked })}
        />
        {t("triage_selectAll", String(open.length))}
      </label>
      {selected.size > 0 && (
        <BulkBar
          t={t}
          count={selected.size}
          bets={bets}
          tomorrow={tomorrow}
          nextWeek={nextWeek}
          onChoose={(choice) =>
            decide(
              open.filter((it) => selected.has(it)),
              choice,
            )
          }
        />
      )}
      <ul>
        {open.map((object) => {
          const ticket = byId.get(object)?.ticket;
          return (
            <li key={object} className={object === state.focus ? "triage-now" : undefined}>
              <input
                type="checkbox"
                aria-label={t("triage_select", ticket?.key ?? object)}
                checked={selected.has(object)}
                // The change tells nothing of the shift key; a click also comes from the space bar.
                onClick={(event) => select(object, event)}
                onChange={() => {}}
              />
              <button
                type="button"
                className="triage-go"
                aria-current={object === state.focus}
                onClick={() => send({ kind: "focused", object })}
              >
                {ticket?.key} {ticket?.title}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
