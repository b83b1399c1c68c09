import Button from "@atlaskit/button/new";
import type { Translate } from "../../../shared/ui/translate";
import type { CompanyPolicy } from "../../store/company-policy";
import { Message } from "../../ui/message";
import type { SiteRow } from "../../ui/site-rows";
import { turnSitesOn } from "../../ui/switch-sites";
import { useAttempt } from "../../ui/use-attempt";

interface OutProps {
  site: SiteRow;
  policy: CompanyPolicy;
  t: Translate;
}

/** A tab on a tracker's site where Plumbline is not at work: why, and the one button that turns it on. */
export function SiteIsOut({ site, policy, t }: OutProps) {
  const { note, busy, attempt } = useAttempt(t);
  const { state } = site;
  const held = policy.locked.includes("sites") && !site.suggested;
  const turnOn = () =>
    void attempt(async () =>
      (await turnSitesOn([site.origin])) ? null : { kind: "error", text: t("optionsSiteRefused") },
    );
  return (
    <section aria-labelledby="page">
      <h2 id="page">{t(`popupSite_${state}`)}</h2>
      <p className="where">{site.name}</p>
      <p>{t(`popupSite_${state}_means`)}</p>
      <Button appearance="primary" shouldFitContainer isDisabled={busy || held} onClick={turnOn}>
        {state === "lost" ? t("siteGiveBack") : t("popupTurnOn", site.name)}
      </Button>
      {held && <p className="locked">{t("optionsLockedSites")}</p>}
      <Message note={note} />
    </section>
  );
}
