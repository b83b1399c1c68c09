import Button from "@atlaskit/button/new";
import { useEffect, useRef } from "react";
import type { WorkItem } from "../../domain/issue";
import type { Sheet } from "../../domain/sheet";
import { type Guide, type GuideStep, guideSteps } from "../../domain/sheet-draft";
import { decisionEntry } from "../../domain/sheet-note";
import { AimSection } from "./aim-section";
import { TextField } from "./field";
import type { FormAccess } from "./form-access";
import { GapList } from "./gap-list";
import { GateSection } from "./gate-section";
import { MechanismSection } from "./mechanism-section";
import { MetricTreeDrawing } from "./metric-tree-drawing";
import { ReviewFile } from "./review-file";
import { SignalsSection } from "./signals-section";
import { useClock } from "./use-clock";

interface GuidedProps {
  at: FormAccess;
  bet: WorkItem;
  /** What the form says so far. */
  sheet: Sheet;
  guide: Guide;
  busy: boolean;
  onGuide: (guide: Guide) => void;
  /** A second of the step is over. */
  onSecond: () => void;
  onLeave: () => void;
  /** Leaves for a field of the page. */
  onLead: (field: string) => void;
  onCommit: (decision: string) => void;
}

const minutes: Record<GuideStep, number> = { prepare: 10, work: 15, commit: 5 };

/** The first sheet in half an hour: prepare, work, commit. It can be left and taken up again at any step. */
export function GuidedRun({
  at,
  bet,
  sheet,
  guide,
  busy,
  onGuide,
  onSecond,
  onLeave,
  onLead,
  onCommit,
}: GuidedProps) {
  const { t, today } = at;
  const { step, seconds } = guide;
  const heading = useRef<HTMLHeadingElement>(null);
  useClock(onSecond);
  // A new step begins at its heading, for eyes and screen readers alike.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the step is what it follows
  useEffect(() => heading.current?.focus(), [step]);

  const place = guideSteps.indexOf(step);
  const [before, after] = [guideSteps[place - 1], guideSteps[place + 1]];
  const go = (to: GuideStep) => onGuide({ ...guide, step: to });
  const decision = guide.decision ?? decisionEntry(sheet, today);

  return (
    <section className="sheet-guide" aria-label={t("sheetDesk_guide")}>
      <ol className="sheet-steps">
        {guideSteps.map((it) => (
          <li key={it}>
            <button
              type="button"
              className="sheet-step"
              aria-current={it === step ? "step" : undefined}
              onClick={() => go(it)}
            >
              {t(`sheetDesk_step_${it}`)} <span>{t("sheetDesk_minutes", String(minutes[it]))}</span>
            </button>
          </li>
        ))}
      </ol>
      <h3 ref={heading} tabIndex={-1}>
        {t(`sheetDesk_step_${step}`)}
      </h3>
      <p>{t(`sheetDesk_step_${step}_means`)}</p>
      <p className="sheet-quiet">
        {t("sheetDesk_clock", String(Math.floor(seconds[step] / 60)), String(minutes[step]))}
      </p>
      {step === "prepare" && (
        <>
          <AimSection at={at} />
          <MechanismSection at={at} />
        </>
      )}
      {step === "work" && (
        <>
          <MetricTreeDrawing t={t} sheet={sheet} />
          <SignalsSection at={at} />
          <GateSection at={at} />
        </>
      )}
      {step === "commit" && (
        <>
          <GapList t={t} sheet={sheet} onLead={onLead} />
          <TextField
            id={at.idOf("decision")}
            label={t("sheetDesk_decision")}
            help={t("sheetDesk_decisionHelp")}
            problem={null}
            value={decision}
            onChange={(text) => onGuide({ ...guide, decision: text })}
          />
          <ReviewFile t={t} bet={bet} sheet={sheet} today={today} />
        </>
      )}
      <div className="sheet-buttons">
        {after === undefined ? (
          <Button appearance="primary" isDisabled={busy} onClick={() => onCommit(decision)}>
            {t("sheetDesk_commit")}
          </Button>
        ) : (
          <Button appearance="primary" onClick={() => go(after)}>
            {t("sheetDesk_next")}
          </Button>
        )}
        {before !== undefined && <Button onClick={() => go(before)}>{t("sheetDesk_back")}</Button>}
        <Button appearance="subtle" onClick={onLeave}>
          {t("sheetDesk_leave")}
        </Button>
      </div>
    </section>
  );
}
