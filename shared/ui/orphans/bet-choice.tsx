import Button from "@atlaskit/button/new";
import { useState } from "react";
import type { WorkItem } from "../../domain/issue";
import type { Suggestion } from "../../domain/suggest-bets";
import type { Translate } from "../translate";
import { reasonText } from "./triage-text";

interface BetProps {
  t: Translate;
  bets: readonly WorkItem[];
  /** Null: still being looked for. */
  suggestions: readonly Suggestion[] | null;
  onChoose: (bet: WorkItem) => void;
}

const shownFound = 8;

/** Suggested bets, best first, each with why, and a search among all that are known. */
export function BetChoice({ t, bets, suggestions, onChoose }: BetProps) {
  const [words, setWords] = useState("");
  const wanted = words.trim().toLowerCase();
  const found =
    wanted === "" ? [] : bets.filter((it) => `${it.key} ${it.title}`.toLowerCase().includes(wanted));
  const suggested = (suggestions ?? []).flatMap((it) => {
    const bet = bets.find(({ id }) => id === it.betId);
    return bet === undefined ? [] : [{ bet, why: it.why }];
  });
  return (
    <div className="triage-bets">
      <h3>{t("triage_suggested")}</h3>
      {suggested.length > 0 ? (
        <ol>
          {suggested.map(({ bet, why }, at) => (
            <li key={bet.id}>
              <div>
                <strong>{nameOf(bet)}</strong>
                {why.map((reason) => (
                  <span key={reason.kind} className="triage-quiet">
                    {reasonText(t, reason)}
                  </span>
                ))}
              </div>
              <Button
                spacing="compact"
                appearance={at === 0 ? "primary" : "default"}
                aria-label={t("triage_linkTo", nameOf(bet))}
                onClick={() => onChoose(bet)}
              >
                {at === 0 ? <KeyedLabel of="1" label={t("triage_link")} /> : t("triage_link")}
              </Button>
            </li>
          ))}
        </ol>
      ) : (
        <p className="triage-quiet">{t(suggestions === null ? "triage_looking" : "triage_noSuggestion")}</p>
      )}
      <label className="triage-field">
        {t("triage_search")}
        <input type="search" value={words} onChange={(event) => setWords(event.target.value)} />
      </label>
      {wanted !== "" && (
        <ul aria-label={t("triage_found")}>
          {found.slice(0, shownFound).map((bet) => (
            <li key={bet.id}>
              <strong>{nameOf(bet)}</strong>
              <Button
                spacing="compact"
                aria-label={t("triage_linkTo", nameOf(bet))}
                onClick={() => onChoose(bet)}
              >
                {t("triage_link")}
              </Button>
            </li>
          ))}
          {found.length === 0 && <li className="triage-quiet">{t("triage_noneFound")}</li>}
        </ul>
      )}
    </div>
  );
}

/** A key that does the same, before the words of a button. */
export const KeyedLabel = ({ of, label }: { of: string; label: string }) => (
  <>
    <span className="triage-kbd" aria-hidden="true">
      {of}
    </span>{" "}
    {label}
  </>
);

/** A bet as people call it; in Linear its key is its title. */
export const nameOf = ({ key, title }: WorkItem): string => (key === title ? title : `${key} ${title}`);
