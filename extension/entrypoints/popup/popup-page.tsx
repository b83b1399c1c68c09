import Button from "@atlaskit/button/new";
import { useEffect, useState } from "react";
import { browser } from "wxt/browser";
import { trackerOfOrigin } from "../../trackers/hosts";
import { type ActiveTab, readActiveTab } from "../../ui/active-tab";
import type { PageProps } from "../../ui/mount-page";
import { siteRow } from "../../ui/site-rows";
import { Elsewhere } from "./elsewhere";
import { SiteIsOn } from "./site-is-on";
import { SiteIsOut } from "./site-is-out";
import { Today } from "./today";

/** What Plumbline sees on the tab in front of the person, and what they can do about it. */
export function PopupPage({ situation, t }: PageProps) {
  const [tab, setTab] = useState<ActiveTab | null>(null);
  useEffect(() => void readActiveTab().then(setTab), []);

  const isTrackers = tab?.url != null && trackerOfOrigin(tab.url.origin) !== null;
  const site = tab?.url != null && isTrackers ? siteRow(tab.url.origin, situation) : null;
  return (
    <main>
      <header>
        <img src="/icon/48.png" alt="" width={20} height={20} />
        <h1>{t("extensionName")}</h1>
        <Button
          appearance="subtle"
          spacing="compact"
          onClick={() => void browser.runtime.openOptionsPage().then(() => window.close())}
        >
          {t("popupSettings")}
        </Button>
      </header>
      {tab !== null && site === null && <Elsewhere situation={situation} t={t} />}
      {tab?.url != null && site?.state === "on" && (
        <SiteIsOn tabId={tab.id} url={tab.url} site={site} policy={situation.policy} t={t} />
      )}
      {site !== null && site.state !== "on" && <SiteIsOut site={site} policy={situation.policy} t={t} />}
      <Today t={t} />
    </main>
  );
}
