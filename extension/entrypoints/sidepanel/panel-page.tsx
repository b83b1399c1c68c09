import { useState } from "react";
import { localDay } from "../../../shared/ui/local-day";
import { OrphanTriage } from "../../../shared/ui/orphans/orphan-triage";
import { GateTab } from "../../../shared/ui/panel/gate-tab";
import { PanelTabs } from "../../../shared/ui/panel/panel-tabs";
import { SheetList } from "../../../shared/ui/panel/sheet-list";
import { SprintTab } from "../../../shared/ui/panel/sprint-tab";
import { ThisTicket } from "../../../shared/ui/ticket/this-ticket";
import { WaitingForMe } from "../../../shared/ui/waiting/waiting-for-me";
import type { PageProps } from "../../ui/mount-page";
import { SweepTroubleNote } from "../../ui/sweep-trouble-note";
import { useDesk } from "../../ui/use-desk";
import { usePlace } from "./use-place";

const tabs = ["ticket", "orphans", "sheets", "waiting", "sprint", "gate"] as const;
type Tab = (typeof tabs)[number];

/** Statements, orphans, sheets and what waits for this person, beside the page and following it. */
export function PanelPage({ t }: PageProps) {
  const place = usePlace();
  const port = useDesk(place?.tenant.id ?? null);
  const [tab, setTab] = useState<Tab>("ticket");
  const today = localDay(new Date());
  return (
    <main>
      <h1>{t("extensionName")}</h1>
      {place === null && <p>{t("panelElsewhere")}</p>}
      {place && port && (
        <>
          <PanelTabs tabs={tabs} chosen={tab} labelOf={(it) => t(`panelTab_${it}`)} onChoose={setTab} />
          <div role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`}>
            {(tab === "sprint" || tab === "gate") && <SweepTroubleNote site={place.tenant.id} t={t} />}
            {tab === "ticket" && <ThisTicket key={place.key} port={port} t={t} ticket={place.key} />}
            {tab === "sprint" && <SprintTab port={port} t={t} ticket={place.key} />}
            {tab === "orphans" && <OrphanTriage port={port} t={t} today={today} />}
            {tab === "sheets" && <SheetList port={port} t={t} today={today} />}
            {tab === "waiting" && <WaitingForMe port={port} t={t} />}
            {tab === "gate" && <GateTab port={port} t={t} ticket={place.key} />}
          </div>
        </>
      )}
    </main>
  );
}
