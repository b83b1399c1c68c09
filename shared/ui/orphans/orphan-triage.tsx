import "./orphans.css";
import Button from "@atlaskit/button/new";
import { useEffect, useMemo, useState } from "react";
import { addDays } from "../../domain/calendar-day";
import { laneUses } from "../../domain/lane-budget";
import type { Suggestion } from "../../domain/suggest-bets";
import type { AlignmentPort } from "../port";
import type { Translate } from "../translate";
import { ActProgress } from "./act-progress";
import { LeftOver } from "./left-over";
import { OrphanCard } from "./orphan-card";
import { OrphanList } from "./orphan-list";
import { progressOf } from "./triage-progress";
import { type Act, backOf } from "./triage-state";
import { actText } from "./triage-text";
import { isDecision, useTriage } from "./use-triage";
import { useTriageKeys } from "./use-triage-keys";

export interface TriageProps {
  port: AlignmentPort;
  t: Translate;
  /** A day, `YYYY-MM-DD`. */
  today: string;
}

/** Orphans, one at a time or many at once: link, lane, defer or leave for later, and undo for all of it. */
export function OrphanTriage({ port, t, today }: TriageProps) {
  const it = useTriage(port, today);
  const { state, open, byId, decide } = it;
  const view = state.focus === null ? undefined : byId.get(state.focus);
  const suggestions = useSuggestions(port, view?.ticket.key, it.bets.length);
  const [day, setDay] = useState(addDays(today, 7));
  const [choosesLane, setChoosesLane] = useState(false);
  const last = state.acts.at(-1);
  const tomorrow = addDays(today, 1);
  const uses = useMemo(() => {
    const known = it.tickets ?? [];
    const work = known.map(({ alignment }) => ({
      lane: alignment.kind === "lane" ? alignment.lane : null,
      points: null,
    }));
    const lanes = (view ?? known[0])?.policy.lanes;
    return laneUses(work, lanes?.budgets ?? {});
  }, [it.tickets, view]);

  const focus = state.focus === null ? [] : [state.focus];
  const best = it.bets.find(({ id }) => id === suggestions?.[0]?.betId);
  const act = {
    link: (bet = best) => bet && decide(focus, { kind: "parent", value: bet.id, title: bet.title }),
    lane: (at: number) => {
      const chosen = uses.lanes[at]?.lane;
      if (chosen !== undefined) decide(focus, { kind: "lane", value: chosen });
      setChoosesLane(false);
    },
    defer: () => day >= tomorrow && decide(focus, { kind: "deferral", value: day }),
    skip: () => it.send({ kind: "skipped" }),
    undo: () => it.undo(last),
    chooseLane: setChoosesLane,
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another orphan begins without the lanes open.
  useEffect(() => setChoosesLane(false), [state.focus]);
  useTriageKeys({ ...act, choosesLane, isOpen: view !== undefined });

  const isUnderway = (made: Act) => {
    const { all, done } = progressOf(made, it.marks, it.pending);
    return done < all;
  };
  const shown = state.acts.flatMap((made) => {
    const progress = progressOf(made, it.marks, it.pending);
    const isOver = progress.done === progress.all;
    const isBusy = made.entries.length > 1 || progress.delayed !== null || progress.stuck.length > 0;
    return isBusy && (!isOver || (made === last && !made.isPast)) ? [{ made, progress }] : [];
  });
  const goingBack = state.undone.map(backOf).flatMap((made) => {
    const progress = progressOf(made, it.marks, it.pending);
    return made.entries.length > 1 && progress.done < progress.all ? [{ made, progress }] : [];
  });

  const listed = new Set(
    [...state.acts, ...goingBack.map(({ made }) => made)].flatMap(({ entries }) =>
      entries.map(({ writeId }) => writeId),
    ),
  );
  const leftOver = [...it.pending.values()].filter(
    (row) =>
      isDecision(row) && (row.state === "conflict" || (row.state === "refused" && !listed.has(row.id))),
  );

  return (
    <section className="triage" aria-labelledby="triage-title">
      <header>
        <h2 id="triage-title">{t("triage_title")}</h2>
        <span className="triage-quiet">{t("triage_left", String(open.length))}</span>
        <Button spacing="compact" appearance="subtle" onClick={it.listAgain}>
          {t("triage_listAgain")}
        </Button>
      </header>
      <div className="triage-last">
        <p role="status">{last === undefined ? t("triage_help") : actText(t, last, isUnderway(last))}</p>
        {last !== undefined && (
          <Button spacing="compact" onClick={act.undo}>
            <span className="triage-kbd" aria-hidden="true">
              u
            </span>{" "}
            {t("triage_undo")}
          </Button>
        )}
      </div>
      {it.trouble !== null && (
        <p role="alert" className="triage-stuck">
          {t("triage_trouble", it.trouble)}
        </p>
      )}
      {shown.length + goingBack.length > 0 && (
        <ul className="triage-acts" aria-label={t("triage_underway")}>
          {shown.map(({ made, progress }) => (
            <ActProgress
              key={made.id}
              t={t}
              act={made}
              progress={progress}
              onAgain={() => it.tryAgain(made)}
            />
          ))}
          {goingBack.map(({ made, progress }) => (
            <ActProgress
              key={made.id}
              t={t}
              act={made}
              isBack
              progress={progress}
              onAgain={() => it.tryAgain(made)}
            />
          ))}
        </ul>
      )}
      <LeftOver
        port={port}
        t={t}
        rows={leftOver}
        keyOf={(object) => byId.get(object)?.ticket.key ?? object}
        bets={it.bets}
      />
      {view === undefined ? (
        <p>{t(it.tickets === null ? "triage_reading" : "triage_empty")}</p>
      ) : (
        <OrphanCard
          t={t}
          view={view}
          bets={it.bets}
          suggestions={suggestions}
          uses={uses}
          day={day}
          tomorrow={tomorrow}
          choosesLane={choosesLane}
          act={act}
          onDay={setDay}
          onOpen={() => port.open(view.ticket.url)}
        />
      )}
      {open.length > 0 && <OrphanList t={t} triage={it} tomorrow={tomorrow} nextWeek={addDays(today, 7)} />}
    </section>
  );
}

/** The bets nearest to the ticket among so many that are known; null until they are found for this one. */
function useSuggestions(
  port: AlignmentPort,
  key: string | undefined,
  bets: number,
): readonly Suggestion[] | null {
  const [found, setFound] = useState<{ key: string; all: readonly Suggestion[] } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another bet that becomes known may be nearer.
  useEffect(() => {
    if (key === undefined) return;
    let isWanted = true;
    port.suggestBets(key).then(
      (all) => isWanted && setFound({ key, all }),
      // Without suggestions the search still finds every bet.
      () => isWanted && setFound({ key, all: [] }),
    );
    return () => {
      isWanted = false;
    };
  }, [port, key, bets]);
  return found !== null && found.key === key ? found.all : null;
}
