import Button from "@atlaskit/button/new";
import { matchPatterns } from "../../trackers/match-patterns";
import { originOf } from "../../trackers/site-patterns";
import { JiraSiteForm } from "../../ui/jira-site-form";
import { Message } from "../../ui/message";
import type { PageProps } from "../../ui/mount-page";
import { siteRows } from "../../ui/site-rows";
import { turnSitesOn } from "../../ui/switch-sites";
import { useAttempt } from "../../ui/use-attempt";
import { SiteCard } from "./site-card";

const linearSites = matchPatterns.linear.pages.flatMap((it) => originOf(it) ?? []);

/** Turns sites on and off. The browser's own prompt asks for each permission. */
export function SitesSection({ situation, t }: PageProps) {
  const { note, attempt } = useAttempt(t);
  const { locked } = situation.policy;
  const sites = siteRows(situation);
  const shown = sites.filter(({ state }) => state !== "new");
  const suggested = sites.filter((site) => site.suggested && site.state === "new");
  const isLinearShown = shown.some(({ origin }) => linearSites.includes(origin));
  const lockedSites = locked.includes("sites");

  const turnOn = (origins: string[]) =>
    void attempt(async () =>
      (await turnSitesOn(origins)) ? null : { kind: "error", text: t("optionsSiteRefused") },
    );

  return (
    <section aria-labelledby="sites">
      <h2 id="sites">{t("optionsSites")}</h2>
      <p className="quiet">{t("optionsSitesHelp")}</p>
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
      {shown.length === 0 && <p>{t("optionsNoSites")}</p>}
      <ul className="sites">
        {shown.map((site) => (
          <SiteCard
            key={site.origin}
            site={site}
            locked={locked}
            t={t}
            onTurnOn={() => turnOn([site.origin])}
          />
        ))}
      </ul>
      <Message note={note} />
      {lockedSites && <p className="locked">{t("optionsLockedSites")}</p>}
      <JiraSiteForm t={t} disabled={lockedSites} />
      {!isLinearShown && (
        <Button isDisabled={lockedSites} onClick={() => turnOn(linearSites)}>
          {t("optionsTurnOnLinear")}
        </Button>
      )}
    </section>
  );
}
