import Button from "@atlaskit/button/new";
import { useId, useState } from "react";
import type { Sheet } from "../../domain/sheet";
import { type PartDifference, type SheetPart, sheetDifference } from "../../domain/sheet-difference";
import { formOf, sheetOf } from "../../domain/sheet-form";
import { mergeForms } from "../../domain/sheet-merge";
import type { Translate } from "../translate";
import { wordOf } from "../word-of";

interface CompareProps {
  t: Translate;
  theirs: Sheet;
  mine: Sheet;
  today: string;
  lead: string;
  onChosen: (sheet: Sheet) => void;
}
type Side = "theirs" | "mine";

/** Theirs beside mine, part by part. Nothing is chosen beforehand, and nothing stands before all is chosen. */
export function CompareSheets({ t, theirs, mine, today, lead, onChosen }: CompareProps) {
  const parts = sheetDifference(theirs, mine);
  const [chosen, setChosen] = useState<Partial<Record<SheetPart, Side>>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const open = parts.filter(({ part }) => chosen[part] === undefined).length;
  const chooseAll = (side: Side) => setChosen(Object.fromEntries(parts.map(({ part }) => [part, side])));

  function save() {
    const mineIn = new Set(parts.map(({ part }) => part).filter((part) => chosen[part] === "mine"));
    const version = Math.max(theirs.version, mine.version - 1) + 1;
    const merged = sheetOf(mergeForms(formOf(theirs), formOf(mine), mineIn), version, today);
    if (merged.ok) return onChosen(merged.value);
    setProblem(merged.error.map((it) => t(`sheetDesk_problem_${wordOf(it.problem)}`)).join(" "));
  }

  return (
    <section className="sheet-compare" aria-label={t("sheetDesk_conflict")}>
      <h2>{t("sheetDesk_conflict")}</h2>
      <p>{lead}</p>
      <div className="sheet-buttons">
        <Button spacing="compact" onClick={() => chooseAll("theirs")}>
          {t("sheetDesk_allTheirs")}
        </Button>
        <Button spacing="compact" onClick={() => chooseAll("mine")}>
          {t("sheetDesk_allMine")}
        </Button>
      </div>
      {parts.map((it) => (
        <PartChoice
          key={it.part}
          t={t}
          difference={it}
          chosen={chosen[it.part]}
          onChoose={(side) => setChosen((all) => ({ ...all, [it.part]: side }))}
        />
      ))}
      <p aria-live="polite" className={problem === null ? "sheet-quiet" : "sheet-problem"}>
        {problem ?? (open > 0 ? t("sheetDesk_stillToChoose", String(open)) : "")}
      </p>
      <Button appearance="primary" isDisabled={open > 0} onClick={save}>
        {t("sheetDesk_saveChosen")}
      </Button>
    </section>
  );
}

interface ChoiceProps {
  t: Translate;
  difference: PartDifference<SheetPart>;
  chosen: Side | undefined;
  onChoose: (side: Side) => void;
}

function PartChoice({ t, difference, chosen, onChoose }: ChoiceProps) {
  const name = useId();
  return (
    <fieldset className="sheet-choice">
      <legend>{t(`sheetDesk_part_${difference.part}`)}</legend>
      {(["theirs", "mine"] as const).map((side) => (
        <label key={side} className="sheet-side">
          <span className="sheet-side-head">
            <input type="radio" name={name} checked={chosen === side} onChange={() => onChoose(side)} />
            {side === "theirs" ? t("sheetDesk_theirs") : t("sheetDesk_mine")}
          </span>
          <Shown t={t} difference={difference} side={side} />
        </label>
      ))}
    </fieldset>
  );
}

/** One side's text, with what only that side has marked. Theirs counts as before. */
function Shown({ t, difference, side }: Pick<ChoiceProps, "t" | "difference"> & { side: Side }) {
  const only = side === "theirs" ? "removed" : "added";
  if (difference.kind === "text") {
    const text = side === "theirs" ? difference.before : difference.after;
    if (text === null) return <span className="sheet-quiet">{t("sheetDesk_nothing")}</span>;
    return <Marked stretches={difference.stretches.filter(({ kind }) => kind === "same" || kind === only)} />;
  }
  const items = difference.items.flatMap((item) => {
    if (item.kind === "changed")
      return [
        {
          text: side === "theirs" ? item.before : item.after,
          stretches: item.stretches.filter(({ kind }) => kind === "same" || kind === only),
        },
      ];
    if (item.kind !== "same" && item.kind !== only) return [];
    return [{ text: item.text, stretches: [{ kind: item.kind, text: item.text }] }];
  });
  if (items.length === 0) return <span className="sheet-quiet">{t("sheetDesk_nothing")}</span>;
  return (
    <>
      {items.map(({ text, stretches }) => (
        <span key={text} className="sheet-item">
          <Marked stretches={stretches} />
        </span>
      ))}
    </>
  );
}

const Marked = ({ stretches }: { stretches: readonly { kind: string; text: string }[] }) => (
  <span className="sheet-text">
    {stretches.map(({ kind, text }, at) =>
      // biome-ignore lint/suspicious/noArrayIndexKey: stretches of one text, drawn anew as a whole
      kind === "same" ? <span key={at}>{text}</span> : <mark key={at}>{text}</mark>,
    )}
  </span>
);
