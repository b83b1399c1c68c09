import { useEffect, useState } from "react";
import { OrphanTriage } from "../../../shared/ui/orphans/orphan-triage";
import type { AlignmentPort } from "../../../shared/ui/port";
import { WaitingForMe } from "../../../shared/ui/waiting/waiting-for-me";
import { localDay } from "../../store/local-day";
import type { PageProps } from "../../ui/mount-page";
import { openDesk } from "../../ui/open-desk";
import { ThisTicket } from "../../ui/this-ticket";
import { PanelTabs } from "./panel-tabs";
import { SheetList } from "./sheet-list";
import { type Place, usePlace } from "./use-place";

const tabs = ["ticket", "orphans", "sheets", "waiting"] as const;
type Tab = (typeof tabs)[number];

/** Statements, orphans, sheets and what waits for this person, beside the page and following it. */
export function PanelPage({ t }: PageProps) {
  const place = usePlace();
  const port = usePort(place ?? null);
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
            {tab === "ticket" && <ThisTicket key={place.key} port={port} t={t} ticket={place.key} />}
            {tab === "orphans" && <OrphanTriage port={port} t={t} today={today} />}
            {tab === "sheets" && <SheetList port={port} t={t} today={today} />}
            {tab === "waiting" && <WaitingForMe port={port} t={t} />}
          </div>
        </>
      )}
    </main>
  );
}

/** One port for each tenant, ended with it. */
function usePort(place: Place | null): AlignmentPort | null {
  const [port, setPort] = useState<AlignmentPort | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a tenant is one by its id.
  useEffect(() => {
    const lifetime = new AbortController();
    setPort(place && openDesk(place.tenant, lifetime.signal));
    return () => lifetime.abort();
  }, [place?.tenant.id]);
  return port;
}
