import Button from "@atlaskit/button/new";
import { useId, useState } from "react";
import { weekdayOf } from "../../domain/calendar-day";
import type { WorkItem } from "../../domain/issue";
import type { Sheet } from "../../domain/sheet";
import { weeklyReviewIcs } from "../../domain/weekly-review";
import type { Translate } from "../translate";
import { ChoiceField } from "./field";

interface ReviewProps {
  t: Translate;
  bet: WorkItem;
  sheet: Sheet;
  today: string;
}
const weekdays = [0, 1, 2, 3, 4, 5, 6].map(String);

/** Puts the weekly review into a file that every calendar takes. */
export function ReviewFile({ t, bet, sheet, today }: ReviewProps) {
  const id = useId();
  const [weekday, setWeekday] = useState(String(weekdayOf(today)));
  const [time, setTime] = useState("10:00");
  const names = new Intl.DateTimeFormat(document.documentElement.lang || [], {
    weekday: "long",
    timeZone: "UTC",
  });
  // 5 January 1970 was a Monday.
  const nameOf = (it: string) => names.format(new Date(Date.UTC(1970, 0, 5 + Number(it))));

  function download() {
    const { signals, stageGate, guardrail } = sheet;
    const text = weeklyReviewIcs({
      uid: `${bet.id}-weekly-review@plumbline`,
      title: t("sheetDesk_reviewOf", bet.title),
      agenda: [
        ...signals.map(({ name }) => name),
        ...(guardrail ? [`${guardrail.sli}: ${guardrail.threshold}`] : []),
        ...(stageGate ? [`${stageGate.date}: ${stageGate.rule}`] : []),
      ],
      url: bet.url,
      from: today,
      weekday: Number(weekday),
      time: time || "10:00",
      minutes: 20,
      until: null,
      now: new Date().toISOString(),
    });
    const url = URL.createObjectURL(new Blob([text], { type: "text/calendar" }));
    const link = document.createElement("a");
    link.href = url;
    link.download = "weekly-review.ics";
    link.click();
    // The download has begun by the next task.
    setTimeout(() => URL.revokeObjectURL(url));
  }

  return (
    <fieldset className="sheet-group">
      <legend>{t("sheetDesk_review")}</legend>
      <p className="sheet-quiet">{t("sheetDesk_reviewHelp")}</p>
      <ChoiceField
        id={`${id}-day`}
        label={t("sheetDesk_reviewDay")}
        value={weekday}
        options={weekdays.map((it) => [it, nameOf(it)])}
        onChange={setWeekday}
      />
      <div className="sheet-field">
        <label htmlFor={`${id}-time`}>{t("sheetDesk_reviewTime")}</label>
        <input
          id={`${id}-time`}
          type="time"
          className="sheet-input"
          value={time}
          onChange={(event) => setTime(event.target.value)}
        />
      </div>
      <Button onClick={download}>{t("sheetDesk_reviewSave")}</Button>
    </fieldset>
  );
}
