import { momentOf } from "../../../shared/ui/local-time";
import type { Translate } from "../../../shared/ui/translate";
import type { FrameHost } from "../frame-host";
import { AnswerTrouble } from "./answer-trouble";
import { useAnswer } from "./use-answer";

/** When the app last heard of something and last looked at everything, and what it gave up. */
export function AppHealth({ host, t }: { host: FrameHost; t: Translate }) {
  const { answer, again } = useAnswer(host, "health", {});
  const when = (at: string | null) => (at === null ? t("forge_never") : momentOf(at));
  return (
    <section aria-labelledby="health-title">
      <h2 id="health-title">{t("forge_health")}</h2>
      {answer === null && <p role="status">{t("sprint_reading")}</p>}
      {answer?.ok === false && <AnswerTrouble t={t} failure={answer.error} onAgain={again} />}
      {answer?.ok && (
        <>
          <dl className="health">
            <dt>{t("forge_lastEvent")}</dt>
            <dd>{when(answer.value.lastEventAt)}</dd>
            <dt>{t("forge_lastSweep")}</dt>
            <dd>{when(answer.value.lastSweepAt)}</dd>
          </dl>
          <h3>{t("forge_failures")}</h3>
          {answer.value.failures.length === 0 ? (
            <p>{t("forge_noFailures")}</p>
          ) : (
            <ul className="failures">
              {answer.value.failures.map(({ at, what }) => (
                <li key={`${at} ${what}`}>
                  <span className="quiet">{momentOf(at)}</span> {what}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  );
}
