import { z } from "zod";
import { err, ok, type Result } from "./result";
import { type Sheet, sheet, sheetState, signal } from "./sheet";
import { defaultGateDay } from "./stage-gate-default";
import { day, tidy } from "./text";

const typed = z.string();

const signalForm = z.object({
  kind: signal.shape.kind,
  name: typed,
  unit: typed,
  baseline: typed,
  target: typed,
  direction: signal.shape.direction,
});
export type SignalForm = z.infer<typeof signalForm>;

/** A sheet while it is typed: any text in any field. `gateDate` "": two weeks from the day on which it is saved. */
export const sheetForm = z.object({
  state: sheetState,
  aim: typed,
  definitionOfDone: typed,
  lever: typed,
  metric: typed,
  reason: typed,
  signals: z.array(signalForm),
  gateDate: typed,
  gateRule: typed,
  sli: typed,
  threshold: typed,
  owner: typed,
  cadence: typed,
  rightToWin: typed,
  risks: z.array(z.object({ text: typed, oneWayDoor: z.boolean() })),
  assumptions: z.array(typed),
  nonGoals: z.array(typed),
});
export type SheetForm = z.infer<typeof sheetForm>;

/** Why a form is no sheet yet. Closed list: the UI has one sentence for each. */
export const formProblems = [
  "aim-title",
  "mechanism-blank",
  "signal-name",
  "number",
  "gate-date",
  "gate-rule",
  "guardrail-half",
] as const;
/** What stops a form from being a sheet, and at which field: a name of the form, or `signals.0.name`. */
export interface FormProblem {
  field: string;
  problem: (typeof formProblems)[number];
}

export const emptySignal = (kind: SignalForm["kind"]): SignalForm => ({
  ...{ kind, name: "", unit: "", baseline: "", target: "", direction: "up" },
});

/** A sheet as it is put before a person; null: a new one, with room for a proxy and an outcome. */
export const formOf = (it: Sheet | null): SheetForm => ({
  state: it?.state ?? "draft",
  aim: it?.aim?.title ?? "",
  definitionOfDone: it?.aim?.definitionOfDone ?? "",
  lever: it?.mechanism?.lever ?? "",
  metric: it?.mechanism?.metric ?? "",
  reason: it?.mechanism?.reason ?? "",
  signals: it?.signals.map(typedSignal) ?? [emptySignal("proxy"), emptySignal("outcome")],
  gateDate: it?.stageGate?.date ?? "",
  gateRule: it?.stageGate?.rule ?? "",
  sli: it?.guardrail?.sli ?? "",
  threshold: it?.guardrail?.threshold ?? "",
  owner: it?.owner ?? "",
  cadence: it?.cadence ?? "",
  rightToWin: it?.rightToWin ?? "",
  risks: it?.risks ?? [],
  assumptions: it?.assumptions ?? [],
  nonGoals: it?.nonGoals ?? [],
});

const typedSignal = ({ unit, baseline, target, ...it }: Sheet["signals"][number]): SignalForm => ({
  ...it,
  unit: unit ?? "",
  baseline: baseline === null ? "" : String(baseline),
  target: target === null ? "" : String(target),
});

/** What a form says as a sheet of that version, or what stops it: nothing that was typed is left out. */
export function sheetOf(form: SheetForm, version: number, today: string): Result<Sheet, FormProblem[]> {
  const problems = problemsOf(form);
  if (problems.length > 0) return err(problems);
  const { lever, metric, reason, sli, threshold, owner, cadence, rightToWin } = form;
  const candidate: Sheet = {
    state: form.state,
    version,
    aim: isBlank(form.aim) ? null : { title: form.aim, definitionOfDone: orNull(form.definitionOfDone) },
    mechanism: isBlank(lever) ? null : { lever, metric, reason },
    signals: form.signals.filter(isUsed).map(({ unit, baseline, target, ...it }) => ({
      ...it,
      unit: orNull(unit),
      baseline: isBlank(baseline) ? null : amountOf(baseline),
      target: isBlank(target) ? null : amountOf(target),
    })),
    stageGate: isBlank(form.gateRule)
      ? null
      : { date: form.gateDate || defaultGateDay(today), rule: form.gateRule },
    guardrail: isBlank(sli) ? null : { sli, threshold },
    owner: orNull(owner),
    cadence: orNull(cadence),
    rightToWin: orNull(rightToWin),
    risks: form.risks.filter(({ text }) => !isBlank(text)),
    assumptions: form.assumptions.filter((it) => !isBlank(it)),
    nonGoals: form.nonGoals.filter((it) => !isBlank(it)),
  };
  return ok(sheet.parse(candidate));
}

/** What can be said of a form as it stands: parts that are only half there are left out. For showing, never for saving. */
export function sheetSoFar(form: SheetForm, version: number, today: string): Sheet {
  const fields = new Set(problemsOf(form).map(({ field }) => field));
  const without = (...names: (keyof SheetForm)[]) =>
    names.some((it) => fields.has(it)) ? Object.fromEntries(names.map((it) => [it, ""])) : {};
  const signals = form.signals
    .filter(({ name }) => !isBlank(name))
    .map((it) => ({
      ...it,
      baseline: amountOf(it.baseline) === null ? "" : it.baseline,
      target: amountOf(it.target) === null ? "" : it.target,
    }));
  const half = {
    ...without("aim", "definitionOfDone"),
    ...without("lever", "metric", "reason"),
    ...without("gateDate", "gateRule"),
    ...without("sli", "threshold"),
  };
  const read = sheetOf({ ...form, ...half, signals }, version, today);
  if (!read.ok) throw new Error(`a form without its halves has problems: ${JSON.stringify(read.error)}`);
  return read.value;
}

function problemsOf(form: SheetForm): FormProblem[] {
  const all = (fields: readonly (keyof SheetForm)[], problem: FormProblem["problem"]) => {
    const blank = fields.filter((it) => isBlank(String(form[it])));
    return blank.length < fields.length ? blank.map((field) => ({ field, problem })) : [];
  };
  const date: FormProblem[] =
    form.gateDate === "" || day.safeParse(form.gateDate).success
      ? []
      : [{ field: "gateDate", problem: "gate-date" }];
  return [
    ...(isBlank(form.aim) ? all(["aim", "definitionOfDone"], "aim-title") : []),
    ...all(["lever", "metric", "reason"], "mechanism-blank"),
    ...form.signals.flatMap(signalProblems),
    ...date,
    ...(form.gateDate === "" ? [] : all(["gateDate", "gateRule"], "gate-rule")),
    ...all(["sli", "threshold"], "guardrail-half"),
  ];
}

function signalProblems(it: SignalForm, at: number): FormProblem[] {
  const name: FormProblem[] =
    isUsed(it) && isBlank(it.name) ? [{ field: `signals.${at}.name`, problem: "signal-name" }] : [];
  const amounts = (["baseline", "target"] as const)
    .filter((field) => !isBlank(it[field]) && amountOf(it[field]) === null)
    .map((field): FormProblem => ({ field: `signals.${at}.${field}`, problem: "number" }));
  return [...name, ...amounts];
}

const isBlank = (it: string): boolean => tidy(it) === "";
const orNull = (it: string): string | null => (isBlank(it) ? null : it);
const isUsed = ({ name, unit, baseline, target }: SignalForm): boolean =>
  [name, unit, baseline, target].some((it) => !isBlank(it));

/** With a point or a comma. Three digits after a comma may be thousands, so that is no number until the person says which. */
function amountOf(text: string): number | null {
  const it = tidy(text);
  if (!/^[-+]?\d+(?:[.,]\d+)?(?:e[-+]?\d+)?$/i.test(it) || /,\d{3}$/.test(it)) return null;
  const amount = Number(it.replace(",", "."));
  return Number.isFinite(amount) ? amount : null;
}
