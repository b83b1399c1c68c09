import type { Translate } from "../../../shared/ui/translate";
import { adoptCss, dropCss } from "../../badge/adopt-css";
import { badgeTag, roomCss } from "../../badge/badge";
import { badgeView, pendingView, unknownView } from "../../badge/badge-view";
import { chipTag } from "../../badge/chip";
import { hovercardTag } from "../../badge/hovercard";
import { askBackground } from "../../messaging/ask-background";
import { hosts } from "../../trackers/hosts";
import { performRequest } from "../../trackers/perform-request";
import type { TrackerPage } from "../../trackers/tracker-page";
import { viewReport } from "../../trackers/view-report";
import { answerOwnPages } from "./answer-own-pages";
import { askWorker } from "./ask-worker";
import { createBadgeKeeper } from "./badge-keeper";
import { controlCard } from "./card-control";
import { createCardRows } from "./card-rows";
import { createFactsClient } from "./facts-client";
import { onAbort } from "./on-abort";
import { createOrphanCount } from "./orphan-count";
import { pageStatus } from "./page-status";
import { createSpotlight } from "./spotlight";
import { createTroubleLog } from "./trouble-log";
import { watchLinks } from "./watch-links";
import { watchView } from "./watch-view";

const messageDeadlineMs = 10_000;
/** The background makes its own calls within it, each with a deadline of its own. */
const callsDeadlineMs = 60_000;

interface OverlayOptions {
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
export function startOverlay({ page, document, t, isGone, onNavigate, signal }: OverlayOptions): void {
  const url = () => new URL(document.location.href);
  const ask = <T>(deadlineMs: number, question: () => Promise<T>) =>
    askWorker(question, { deadlineMs, isGone, signal });
  const troubles = createTroubleLog((all) => {
    // Where the extension is gone its mark on the toolbar went with it.
    if (!isGone()) askBackground("reportTroubles", all).catch(() => undefined);
  });
  const facts = createFactsClient({
    background: {
      readFacts: (question) => ask(messageDeadlineMs, () => askBackground("readFacts", question)),
      planFetch: (question) => ask(callsDeadlineMs, () => askBackground("planFetch", question)),
      learnAnswer: (learned) => ask(messageDeadlineMs, () => askBackground("learnAnswer", learned)),
    },
    isGone,
    perform: (request) => performRequest(request, signal),
    workspace: () => page.workspaceOf(url()),
    batchSize: page.batchSize,
    onChange(keys) {
      keeper.refresh(keys);
      orphans.update([]);
      card.refresh(keys);
    },
    onTrouble: (kind, retryAt) => troubles.note("tracker", kind, retryAt),
    onDue: () => document.hidden || askAgain(),
    signal,
  });
  let forgetOwn: (() => void) | undefined;
  const keeper = createBadgeKeeper({
    document,
    page,
    url,
    viewer() {
      if (isGone()) return (key) => unknownView(key, "stale-tab", t);
      return (key) => {
        const known = facts.get(key);
        return known ? badgeView(known.facts, known.source, known.stale, t) : pendingView(key, t);
      };
    },
    onPlaced(keys) {
      forgetOwn?.();
      view.stir();
      facts.ask(keys);
      orphans.update(keys);
    },
    signal,
  });
  const orphans = createOrphanCount(document, t, facts, keeper, createSpotlight(document));
  const { loginPath } = hosts[page.id];
  const card = controlCard({
    document,
    rowsOf: createCardRows({
      document,
      t,
      facts,
      isGone,
      loginUrl: loginPath && url().origin + loginPath,
      troubles: troubles.list,
    }),
    onAction(action, key) {
      if (action === "reload") document.location.reload();
      else if (action === "ask-again") askAgain();
      // The settings take no key, and ignore it.
      else
        return ask(messageDeadlineMs, () =>
          askBackground<"openStatement" | "openOptions">(action, key as never),
        );
    },
    signal,
  });

  const keysHere = () => [...keeper.placed()].map(({ key }) => key);
  const askAgain = () => facts.askAgain(keysHere());
  const report = () => viewReport(document, page, url(), keeper.placed(), new Date());
  const view = watchView(() => troubles.note("view", report() && "view-changed"), signal);
  const enter = (to: URL) => {
    troubles.note("view", null);
    view.enter();
    orphans.enter(page.viewOf(to));
    askAgain();
  };
  // Colours are set on what shows them: on the root they would be handed down to everything in the page.
  const css = `${badgeTag}[data-drawn],${chipTag},${hovercardTag}{${page.themeCss}}${roomCss}`;
  adoptCss(document, css);
  orphans.enter(page.viewOf(url()));
  view.enter();
  forgetOwn = watchLinks(
    document,
    page.linkSelector,
    {
      onLinks: keeper.place,
      onLinksGone: keeper.release,
      onBadges: keeper.removeCopies,
      onBadgesGone(badges) {
        keeper.restore(badges);
        orphans.update([]);
      },
      onChange() {
        keeper.refit();
        card.refresh([]);
      },
    },
    signal,
  );
  onNavigate(enter);
  const listen = (type: string, act: () => void) =>
    document.defaultView?.addEventListener(type, act, { signal });
  listen("online", askAgain);
  listen("focus", askAgain);
  listen("visibilitychange", () => document.hidden || askAgain());
  listen("resize", keeper.refit);
  answerOwnPages(
    {
      readPageStatus: () => pageStatus({ page, url: url(), keeper, facts, troubles, report: report() }),
      askAgain,
      factsLearned: () => document.hidden || facts.reread(keysHere()),
      toggleSpotlight: orphans.toggle,
    },
    signal,
  );
  onAbort(signal, () => {
    if (troubles.list().length > 0 && !isGone()) askBackground("reportTroubles", []).catch(() => undefined);
    orphans.stop();
    keeper.clear();
    dropCss(document, css);
  });
}
