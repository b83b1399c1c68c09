import { reasonWord } from "../../../shared/ui/gate/reason-word";
import { dayOf } from "../../../shared/ui/local-time";
import type { Translate } from "../../../shared/ui/translate";
import { wordOf } from "../../../shared/ui/word-of";
import type { SprintReport } from "../../src/resolvers/calls";
import type { FrameHost } from "../frame-host";
import { AnswerTrouble } from "./answer-trouble";
import { useAnswer } from "./use-answer";

interface ReportsProps {
  host: FrameHost;
  t: Translate;
  /** The project's id. */
  project: string;
}

/** How sprints stood when they were started. */
export function SprintReports({ host, t, project }: ReportsProps) {
  const { answer, again } = useAnswer(host, "sprintReports", { projectId: project });
  return (
    <section aria-labelledby="reports-title" className="reports">
      <h2 id="reports-title">{t("forge_reports")}</h2>
      {answer === null && <p role="status">{t("sprint_reading")}</p>}
      {answer?.ok === false && <AnswerTrouble t={t} failure={answer.error} onAgain={again} />}
      {answer?.ok && answer.value.length === 0 && <p>{t("forge_noReports")}</p>}
      {answer?.ok && answer.value.map((it) => <Report key={`${it.sprint} ${it.at}`} t={t} report={it} />)}
    </section>
  );
}

const Report = ({ t, report }: { t: Translate; report: SprintReport }) => (
  <article>
    <h3>{t("forge_report", report.name, dayOf(report.at))}</h3>
    <p>
      {t("forge_reportLooked", String(report.looked), String(report.notReady.length + report.hidden))}{" "}
      {!report.isWhole && t("forge_reportGoesOn")}
    </p>
    <ul>
      {report.notReady.map(({ id, key, reasons, did }) => (
        <li key={id}>
          <strong>{key}</strong> {t(`gate_why_${reasonWord(reasons)}`)} {t(`forge_did_${wordOf(did)}`)}
        </li>
      ))}
    </ul>
    {report.hidden > 0 && <p className="quiet">{t("forge_reportHidden", String(report.hidden))}</p>}
  </article>
);
