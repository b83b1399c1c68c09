import { adoptCss, dropCss } from "../../badge/adopt-css";
import { badgeView, pendingView, unknownView } from "../../badge/badge-view";
import { hovercardRows, staleTabRows } from "../../badge/hovercard-rows";
import type { Translate } from "../../badge/translate";
import { sendMessage } from "../../messaging/extension-protocol";
import type { TrackerId } from "../../trackers/hosts";
import type { TrackerPage } from "../../trackers/tracker-page";
import { answerOwnPages } from "./answer-own-pages";
import { createBadgeKeeper } from "./badge-keeper";
import { controlCard } from "./card-control";
import { createFactsClient } from "./facts-client";
import { createOrphanCount } from "./orphan-count";
import { pageStatus } from "./page-status";
import { performRequest } from "./perform-request";
import { createSpotlight } from "./spotlight";
import { createTroubleLog } from "./trouble-log";
import { watchLinks } from "./watch-links";

interface OverlayOptions {
  tracker: TrackerId;
  page: TrackerPage;
  document: Document;
  t: Translate;
  /** True once the extension behind this page is gone: nothing can be asked or looked up any more. */
  isGone: () => boolean;
  /** Told of the page's new address, which may come before `document.location` has it. */
  onNavigate: (act: (to: URL) => void) => void;
  signal: AbortSignal;
}

/** Joins the parts of the overlay on one page; `signal` takes all of it away again. */
export function startOverlay({
  tracker,
  page,
  document,
  t,
  isGone,
  onNavigate,
  signal,
}: OverlayOptions): void {
  const url = () => new URL(document.location.href);
  const troubles = createTroubleLog((all) => {
    // Where the extension is gone its mark on the toolbar went with it.
    if (!isGone()) sendMessage("reportTroubles", all).catch(() => undefined);
  });
  const facts = createFactsClient({
    background: {
      readFacts: (question) => sendMessage("readFacts", question),
      planFetch: (question) => sendMessage("planFetch", question),
      learnAnswer: (learned) => sendMessage("learnAnswer", learned),
    },
    perform: (request) => performRequest(request, signal),
    workspace: () => page.workspaceOf(url()),
    batchSize: page.batchSize,
    onChange(keys) {
      keeper.refresh(keys);
      orphans.update([]);
    },
    onTrouble: (kind, retryAt) => troubles.note("tracker", kind, retryAt),
    signal,
  });
  const keeper = createBadgeKeeper({
    document,
    page,
    url,
    viewOf(key) {
      if (isGone()) return unknownView(key, "stale-tab", t);
      const known = facts.get(key);
      return known ? badgeView(known.facts, known.source, known.stale, t) : pendingView(key, t);
    },
    onPlaced(keys) {
      facts.ask(keys);
      orphans.update(keys);
    },
    signal,
  });
  const orphans = createOrphanCount(document, t, facts, keeper, createSpotlight(document));
  const days = new Intl.DateTimeFormat(document.documentElement.lang || undefined, {
    dateStyle: "medium",
    timeZone: "UTC",
  });
  const card = controlCard({
    document,
    rowsOf(key) {
      if (isGone()) return staleTabRows(t);
      const known = facts.get(key);
      if (known === undefined) return [{ kind: "title", text: t("cardPending") }];
      return hovercardRows(known.facts, known.source, t, (day) => days.format(new Date(day)));
    },
    onAction(action) {
      if (action === "reload") {
        document.location.reload();
        return;
      }
      const gone = () => card.anchor && card.open(card.anchor, t("cardUnknown"), staleTabRows(t));
      sendMessage("openOptions", undefined).catch(gone);
    },
    signal,
  });

  const askAgain = () => facts.ask([...keeper.placed()].map(({ key }) => key));
  const enter = (to: URL) => {
    orphans.enter(page.viewOf(to));
    askAgain();
  };
  adoptCss(document, page.themeCss);
  orphans.enter(page.viewOf(url()));
  watchLinks(
    document,
    page.linkSelector,
    {
      onLinks: keeper.place,
      onLinksGone: keeper.release,
      onBadgesGone(badges) {
        keeper.restore(badges);
        orphans.update([]);
      },
    },
    signal,
  );
  onNavigate(enter);
  document.addEventListener("visibilitychange", () => !document.hidden && askAgain(), { signal });
  document.defaultView?.addEventListener("online", askAgain, { signal });
  document.defaultView?.addEventListener("focus", askAgain, { signal });
  answerOwnPages(
    {
      readPageStatus: () => pageStatus({ tracker, page, url: url(), keeper, facts, troubles }),
      askAgain,
    },
    signal,
  );
  signal.addEventListener("abort", () => {
    orphans.stop();
    keeper.clear();
    dropCss(document, page.themeCss);
  });
}
