import Button from "@atlaskit/button/new";
import Lozenge from "@atlaskit/lozenge";
import SectionMessage from "@atlaskit/section-message";
import { type ClipboardEvent, useEffect, useId, useState } from "react";
import { readSheet } from "../../domain/markdown";
import type { Sheet } from "../../domain/sheet";
import { sheetDifference } from "../../domain/sheet-difference";
import type { Guide } from "../../domain/sheet-draft";
import { type FormProblem, formOf, type SheetForm, sheetOf, sheetSoFar } from "../../domain/sheet-form";
import { wordOf } from "../word-of";
import { CompareSheets } from "./compare-sheets";
import { ConflictView } from "./conflict-view";
import { FailedRead, RoomNote, SaidNote, UnreadableNote } from "./desk-notes";
import type { FormAccess } from "./form-access";
import { GuidedRun } from "./guided-run";
import { MarkdownTools } from "./markdown-tools";
import type { OpenedSheet } from "./open-sheet";
import { PendingNote } from "./pending-note";
import { readSheetValue } from "./read-sheet-value";
import type { SheetDeskProps } from "./sheet-desk";
import { SheetPage } from "./sheet-page";
import { useDraft } from "./use-draft";
import { useSaves } from "./use-saves";
import { useSaving } from "./use-saving";

interface OpenProps extends SheetDeskProps {
  opened: OpenedSheet;
  onReadAgain: () => void;
}

const freshGuide: Guide = {
  step: "prepare",
  seconds: { prepare: 0, work: 0, commit: 0 },
  decision: null,
};

/** The sheet of a bet once it is read: written on the page or in the guided run, saved, and followed until it stands. */
export function OpenDesk({ opened, onReadAgain, ...props }: OpenProps) {
  const { port, t, bet, today } = props;
  const prefix = useId();
  const desk = useDraft(port, bet.id, opened.draft);
  const saves = useSaves(port, bet.id);
  const { said, say, busy, save, discard, resolve } = useSaving(props, desk, saves);
  const [view, setView] = useState<"page" | "guide">("page");
  const [hasTried, setTried] = useState(false);
  const [before, setBefore] = useState<SheetForm | null>(null);
  const [lead, setLead] = useState<string | null>(null);

  const { form, over, guide } = desk.draft;
  const untouched = over.sheet ?? sheetSoFar({ ...formOf(null), cadence: t("sheetDesk_weekly") }, 1, today);
  const soFar = sheetSoFar(form, untouched.version, today);
  const read = sheetOf(form, untouched.version, today);
  const isChanged = !read.ok || sheetDifference(untouched, read.value).length > 0;
  const head = saves.sheets[0];
  const mine = head ? readSheetValue(head.mine) : null;

  // What was saved elsewhere and is still on its way is newer than what the tracker shows.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is on its way decides
  useEffect(() => {
    const last = saves.sheets.at(-1);
    if (mine === null || last === undefined || desk.latest().over.after !== null || isChanged) return;
    desk.set({ form: formOf(mine), over: { ...over, after: last.id, sheet: mine } }, false);
  }, [head?.id]);
  useEffect(() => {
    if (lead === null) return;
    document.getElementById(`${prefix}${lead}`)?.focus();
    setLead(null);
  }, [lead, prefix]);

  const sentence = ({ problem }: FormProblem) => t(`sheetDesk_problem_${wordOf(problem)}`);
  const at: FormAccess = {
    ...{ t, form, today },
    change: (change) => desk.set({ form: { ...desk.latest().form, ...change } }),
    idOf: (field) => `${prefix}${field}`,
    problemOf(field) {
      const found = hasTried && !read.ok ? read.error.find((it) => it.field === field) : undefined;
      return found ? sentence(found) : null;
    },
  };
  function leadTo(field: string) {
    setView("page");
    setLead(field);
  }
  async function saveOrLead(decision: string | null) {
    const problems = await save(decision);
    setTried(problems.length > 0);
    const [first] = problems;
    if (first === undefined) {
      setBefore(null);
      if (decision !== null) setView("page");
      return;
    }
    leadTo(first.field);
    say({ kind: "error", text: t("sheetDesk_notYet", [...new Set(problems.map(sentence))].join(" ")) });
  }
  function fill(sheet: Sheet) {
    setBefore(form);
    desk.set({ form: formOf(sheet) });
  }
  function paste(event: ClipboardEvent) {
    const page = readSheet(event.clipboardData.getData("text/plain"));
    if (page.kind !== "value") return;
    event.preventDefault();
    fill(page.value);
    say({ kind: "information", text: t("sheetDesk_filled") });
  }
  function undoFill() {
    if (before !== null) desk.set({ form: before });
    setBefore(null);
    say(null);
  }
  function countSecond() {
    const now = desk.latest().guide;
    if (now === null) return;
    const count = now.seconds[now.step] + 1;
    // A crash costs at most ten seconds of the clock.
    desk.set({ guide: { ...now, seconds: { ...now.seconds, [now.step]: count } } }, count % 10 === 0);
  }

  if (head?.state === "conflict" && head.conflict && mine) {
    const { conflict } = head;
    return (
      <div className="sheet-desk">
        <ConflictView
          t={t}
          today={today}
          mine={mine}
          conflict={conflict}
          onChosen={(chosen) => void resolve(head.id, readSheetValue(conflict.theirs), mine, chosen)}
        />
        <SaidNote said={said} />
      </div>
    );
  }
  const { standing } = opened;
  const theirs = standing && standing.value !== "unreadable" ? standing.value : null;
  // The draft was begun on something that stands no more; the base says so until the person has chosen.
  const isOvertaken = standing !== null && over.after === null && standing.version !== over.base.version;
  if (isOvertaken && theirs !== null && read.ok && sheetDifference(theirs, read.value).length > 0) {
    const base = { version: standing.version, value: theirs };
    return (
      <div className="sheet-desk">
        <CompareSheets
          t={t}
          theirs={theirs}
          mine={read.value}
          today={today}
          lead={t("sheetDesk_overtaken")}
          onChosen={(chosen) =>
            desk.set({ form: formOf(chosen), over: { base, after: null, sheet: theirs } })
          }
        />
      </div>
    );
  }

  return (
    <div className="sheet-desk" onPaste={paste}>
      <header className="sheet-header">
        <h2>{bet.title}</h2>
        <Lozenge>{t(`sheetDesk_state_${form.state}`)}</Lozenge>
        {over.sheet && (
          <span className="sheet-quiet">{t("sheetDesk_version", String(over.sheet.version))}</span>
        )}
      </header>
      {opened.failure && <FailedRead t={t} failure={opened.failure} onReadAgain={onReadAgain} />}
      {standing?.value === "unreadable" && over.sheet === null && <UnreadableNote t={t} raw={standing.raw} />}
      {head && (
        <PendingNote
          t={t}
          pending={head}
          onRetry={() => void port.retry([head.id])}
          onDiscard={() => void discard()}
        />
      )}
      {desk.failed && (
        <SectionMessage appearance="warning">
          <p>{t("sheetDesk_draftLost")}</p>
        </SectionMessage>
      )}
      {view === "page" && (
        <>
          <div className="sheet-buttons">
            <Button
              onClick={() => {
                desk.set({ guide: guide ?? freshGuide });
                setView("guide");
              }}
            >
              {guide === null
                ? t("sheetDesk_guide")
                : t("sheetDesk_resume", t(`sheetDesk_step_${guide.step}`))}
            </Button>
          </div>
          <MarkdownTools t={t} sheet={soFar} onFill={fill} />
        </>
      )}
      {before !== null && (
        <div className="sheet-buttons">
          <Button spacing="compact" onClick={undoFill}>
            {t("sheetDesk_undo")}
          </Button>
        </div>
      )}
      {view === "guide" && guide !== null ? (
        <GuidedRun
          at={at}
          bet={bet}
          sheet={soFar}
          guide={guide}
          busy={busy}
          onGuide={(next) => desk.set({ guide: next })}
          onSecond={countSecond}
          onLeave={() => {
            desk.set({});
            setView("page");
          }}
          onLead={leadTo}
          onCommit={(decision) => void saveOrLead(decision)}
        />
      ) : (
        <>
          <SheetPage at={at} sheet={soFar} onLead={leadTo} />
          <RoomNote t={t} bet={bet} sheet={soFar} />
          <div className="sheet-buttons sheet-save">
            <Button appearance="primary" isDisabled={busy} onClick={() => void saveOrLead(null)}>
              {t("sheetDesk_save")}
            </Button>
            {isChanged && <span className="sheet-quiet">{t("sheetDesk_kept")}</span>}
          </div>
        </>
      )}
      <SaidNote said={said} />
    </div>
  );
}
