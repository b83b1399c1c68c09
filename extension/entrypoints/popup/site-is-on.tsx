import Button from "@atlaskit/button/new";
import type { Translate } from "../../../shared/ui/translate";
import { wordOf } from "../../../shared/ui/word-of";
import { tenantAt } from "../../desk/tenant-at";
import type { CompanyPolicy } from "../../store/company-policy";
import { trackerOfOrigin } from "../../trackers/hosts";
import { pages } from "../../trackers/pages";
import type { View } from "../../trackers/tracker-page";
import { Message } from "../../ui/message";
import { openPanel } from "../../ui/open-panel";
import type { SiteRow } from "../../ui/site-rows";
import { SweepTroubleNote } from "../../ui/sweep-trouble-note";
import { SwitchRow } from "../../ui/switch-row";
import { switchView, turnSiteOff } from "../../ui/switch-sites";
import { useAttempt } from "../../ui/use-attempt";
import { Seen } from "./seen";

interface OnProps {
  tabId: number;
  url: URL;
  site: SiteRow;
  policy: CompanyPolicy;
  t: Translate;
}

/** A tab on a site that is on: what is seen there, and the switches for site and view. */
export function SiteIsOn({ tabId, url, site, policy, t }: OnProps) {
  const { note, attempt } = useAttempt(t);
  const tracker = trackerOfOrigin(url.origin);
  const view: View = tracker === null ? "other" : pages[tracker].viewOf(url);
  const isViewOn = !site.viewsOff.includes(view);
  const lockedSites = policy.locked.includes("sites");
  const lockedViews = policy.locked.includes("views");
  const act = (run: () => Promise<void>) => void attempt(() => run().then(() => null));

  return (
    <>
      <section aria-labelledby="page">
        <h2 id="page">{t(`view_${wordOf(view)}`)}</h2>
        <p className="where">{site.name}</p>
        {isViewOn ? <Seen tabId={tabId} url={url} t={t} /> : <p>{t("popupViewOff")}</p>}
        <SweepTroubleNote site={tenantAt(url)?.id ?? url.origin} t={t} />
        <Button spacing="compact" onClick={() => act(() => openPanel(tabId).then(() => window.close()))}>
          {t("popupPanel")}
        </Button>
      </section>
      <section aria-label={t("popupSwitches")}>
        <SwitchRow
          id="this-site"
          label={t("popupThisSite")}
          on
          disabled={lockedSites}
          onChange={() => act(() => turnSiteOff(site.origin))}
        />
        <SwitchRow
          id="this-view"
          label={t("popupThisView", t(`view_${wordOf(view)}`))}
          on={isViewOn}
          disabled={lockedViews}
          onChange={(on) => act(() => switchView(site.origin, view, on))}
        />
        {(lockedSites || lockedViews) && <p className="locked">{t("optionsLocked")}</p>}
        <Message note={note} />
      </section>
    </>
  );
}
