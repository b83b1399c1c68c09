import { useEffect, useState } from "react";
import type { Aim } from "../../domain/aim";
import { sheetDifference } from "../../domain/sheet-difference";
import type { Guide } from "../../domain/sheet-draft";
import { type FormProblem, formOf, sheetOf, sheetSoFar } from "../../domain/sheet-form";
import { wordOf } from "../word-of";
import type { FormAccess } from "./form-access";
import type { OpenedSheet } from "./open-sheet";
import { readSheetValue } from "./read-sheet-value";
import type { SheetDeskProps } from "./sheet-desk";
import { useDraft } from "./use-draft";
import { useFill } from "./use-fill";
import { useLead } from "./use-lead";
import { useSaves } from "./use-saves";
import { useSaving } from "./use-saving";

const freshGuide: Guide = {
  step: "prepare",
  seconds: { prepare: 0, work: 0, commit: 0 },
  decision: null,
};

/** All that is known and done while the sheet of a bet is open: its draft, what is on its way, and what stops it from being saved. */
export function useOpenDesk(props: SheetDeskProps, opened: OpenedSheet) {
  const { port, t, bet, today } = props;
  const draft = useDraft(port, bet.id, opened.draft);
  const saves = useSaves(port, bet.id);
  const saving = useSaving(props, draft, saves);
  const filling = useFill(t, draft, saving.say);
  const { idOf, leadTo } = useLead();
  const [view, setView] = useState<"page" | "guide">("page");
  const [hasTried, setTried] = useState(false);

  const [aims, setAims] = useState<readonly Aim[]>([]);

  useEffect(() => {
    let isCurrent = true;
    // Without them the aim is written by hand, as it is where nobody keeps a list.
    void port.readAims(port.scopeOf(bet.key)).then((it) => isCurrent && it.ok && setAims(it.value.aims));
    return () => {
      isCurrent = false;
    };
  }, [port, bet.key]);

  const { form, over, guide } = draft.draft;
  const untouched = over.sheet ?? sheetSoFar({ ...formOf(null), cadence: t("sheetDesk_weekly") }, 1, today);
  const read = sheetOf(form, untouched.version, today);
  const isChanged = !read.ok || sheetDifference(untouched, read.value).length > 0;
  const head = saves.sheets[0];
  const mine = head ? readSheetValue(head.mine) : null;

  // What was saved elsewhere and is still on its way is newer than what the tracker shows.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is on its way decides
  useEffect(() => {
    const last = saves.sheets.at(-1);
    if (mine === null || last === undefined || draft.latest().over.after !== null || isChanged) return;
    draft.set({ form: formOf(mine), over: { ...over, after: last.id, sheet: mine } }, false);
  }, [head?.id]);

  const sentence = ({ problem }: FormProblem) => t(`sheetDesk_problem_${wordOf(problem)}`);
  const at: FormAccess = {
    ...{ t, form, today, idOf, aims },
    change: (change) => draft.set({ form: { ...draft.latest().form, ...change } }),
    problemOf(field) {
      const found = hasTried && !read.ok ? read.error.find((it) => it.field === field) : undefined;
      return found ? sentence(found) : null;
    },
  };
  function leadToField(field: string) {
    setView("page");
    leadTo(field);
  }
  async function saveOrLead(decision: string | null) {
    const problems = await saving.save(decision);
    setTried(problems.length > 0);
    const [first] = problems;
    if (first === undefined) {
      filling.settle();
      if (decision !== null) setView("page");
      return;
    }
    leadToField(first.field);
    saving.say({
      kind: "error",
      text: t("sheetDesk_notYet", [...new Set(problems.map(sentence))].join(" ")),
    });
  }

  return {
    ...{ draft, saving, filling, at, view, isChanged, head, mine, read, leadToField, saveOrLead },
    /** What the form says so far. */
    soFar: sheetSoFar(form, untouched.version, today),
    startGuide() {
      draft.set({ guide: guide ?? freshGuide });
      setView("guide");
    },
    leaveGuide() {
      draft.set({});
      setView("page");
    },
    countSecond() {
      const now = draft.latest().guide;
      if (now === null) return;
      const count = now.seconds[now.step] + 1;
      // A crash costs at most ten seconds of the clock.
      draft.set({ guide: { ...now, seconds: { ...now.seconds, [now.step]: count } } }, count % 10 === 0);
    },
  };
}
export type OpenDeskState = ReturnType<typeof useOpenDesk>;
