import type { Translate } from "../../../shared/ui/translate";
import { ReloadNote } from "./reload-note";
import { reportToSend } from "./report-to-send";
import { TicketStates } from "./ticket-states";
import { TroubleNote } from "./trouble-note";
import { UnguardedNote } from "./unguarded-note";
import { usePageStatus } from "./use-page-status";

/** What the overlay sees on a tab: tickets by state and every trouble; or that the tab does not answer. */
export function Seen({ tabId, url, t }: { tabId: number; url: URL; t: Translate }) {
  const status = usePageStatus(tabId);
  if (status === "asking") return <p className="quiet">{t("popupLooking")}</p>;
  if (status === "silent")
    return <ReloadNote tabId={tabId} what={t("popupSilent")} why={t("popupSilentWhy")} t={t} />;
  return (
    <>
      <TicketStates tickets={status.tickets} t={t} />
      {status.troubles.map((trouble) => (
        <TroubleNote
          key={trouble.kind}
          trouble={trouble}
          tracker={status.tracker}
          report={status.report && reportToSend(status.report, url)}
          tabId={tabId}
          t={t}
        />
      ))}
      <UnguardedNote tabId={tabId} t={t} />
    </>
  );
}
