import Button from "@atlaskit/button/new";
import { matchPatterns } from "../../trackers/match-patterns";
import { originOf } from "../../trackers/site-patterns";
import { JiraSiteForm } from "../../ui/jira-site-form";
import { Message } from "../../ui/message";
import { openSite } from "../../ui/open-site";
import { siteRows } from "../../ui/site-rows";
import { turnSitesOn } from "../../ui/switch-sites";
import { useAttempt } from "../../ui/use-attempt";
import type { StepProps } from "./welcome-page";

const linearSites = matchPatterns.linear.pages.flatMap((it) => originOf(it) ?? []);

/** Turns on the first site: one address, or one click. */
export function SiteStep({ situation, t, goTo }: StepProps) {
  const { note, attempt } = useAttempt(t);
  const locked = situation.policy.locked.includes("sites");
  const suggested = siteRows(situation).filter((site) => site.suggested && site.state !== "on");

  /** Linear needs its key first; a Jira site shows its badges at once. */
  function done(origins: readonly string[]): void {
    goTo("ticket");
    const jira = origins.find((origin) => !linearSites.includes(origin));
    if (jira !== undefined) void openSite(jira);
  }
  const turnOn = (origins: string[]) =>
    void attempt(async () => {
      if (!(await turnSitesOn(origins))) return { kind: "error", text: t("optionsSiteRefused") };
      done(origins);
      return null;
    });

  return (
    <>
      <h1>{t("welcomeSite")}</h1>
      <p className="lead">{t("welcomeSiteLead")}</p>
      {suggested.length > 0 && (
        <div className="suggested">
          <p>
            {t("companySuggests")} <strong>{suggested.map(({ name }) => name).join(", ")}</strong>
          </p>
          <Button appearance="primary" onClick={() => turnOn(suggested.map(({ origin }) => origin))}>
            {t("companyTurnOn")}
          </Button>
        </div>
      )}
      {locked && <p className="locked">{t("optionsLockedSites")}</p>}
      <div className="choices">
        <section aria-labelledby="jira">
          <h2 id="jira">Jira Cloud</h2>
          <JiraSiteForm t={t} disabled={locked} onTurnedOn={(origin) => done([origin])} />
        </section>
        <section aria-labelledby="linear">
          <h2 id="linear">Linear</h2>
          <p className="quiet">{t("welcomeLinear")}</p>
          <Button isDisabled={locked} onClick={() => turnOn(linearSites)}>
            {t("optionsTurnOnLinear")}
          </Button>
        </section>
      </div>
      <Message note={note} />
      <div className="buttons">
        <Button onClick={() => goTo("look")}>{t("welcomeBack")}</Button>
      </div>
    </>
  );
}
