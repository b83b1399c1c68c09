import type { PageStatus } from "../../messaging/page-status";
import type { TrackerPage } from "../../trackers/tracker-page";
import type { ViewReport } from "../../trackers/view-report";
import type { BadgeKeeper } from "./badge-keeper";
import type { FactsClient } from "./facts-client";
import type { TroubleLog } from "./trouble-log";

interface Overlay {
  page: TrackerPage;
  url: URL;
  keeper: BadgeKeeper;
  facts: FactsClient;
  troubles: TroubleLog;
  report: ViewReport | null;
}

/** What the overlay sees on this page now; a ticket with several badges counts once. */
export function pageStatus({ page, url, keeper, facts, troubles, report }: Overlay): PageStatus {
  const tickets = { aligned: 0, lane: 0, orphan: 0, unknown: 0, pending: 0 };
  for (const key of new Set([...keeper.placed()].map((it) => it.key)))
    tickets[facts.get(key)?.facts.state ?? "pending"] += 1;
  return {
    tracker: page.id,
    origin: url.origin,
    view: page.viewOf(url),
    tickets,
    troubles: troubles.list(),
    report,
  };
}
