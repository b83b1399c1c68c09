import { browser } from "wxt/browser";
import type { Result } from "../../../shared/domain/result";
import type { WriteFailure } from "../../../shared/outbox/outbox-row";
import type { Translate } from "../../../shared/ui/translate";
import { wordOf } from "../../../shared/ui/word-of";
import type { Tenant } from "../../desk/tenant";
import {
  gateNoticeName,
  type NoticeCall,
  type NoticeRow,
  type NoticeWords,
} from "../../frame/gate-notice-call";
import { translateWith } from "../../language/translate-with";
import type { Restored } from "../../messaging/extension-protocol";
import { readCatalog } from "../../store/catalog";
import type { PutBack, SweepStore } from "../../store/sweep-store";
import { inTime } from "../../trackers/in-time";
import { pages } from "../../trackers/pages";
import { runInPage } from "../../trackers/run-in-page";

/** What happened longer ago is in the log; nobody has to be told of it on a page. */
const toldWithinMs = 60 * 60_000;
/** A page that hangs is not waited for any longer. */
const pageMs = 3_000;

/**
 * Tells what was put back over the pages of a site that are in front of somebody, once. `isNew`: it was just now, so that all its
 * pages are asked to read their data anew. Where no page is in front, the next one that is looked at tells.
 */
export async function tellWhatWasPutBack(site: Tenant, store: SweepStore, isNew: boolean): Promise<void> {
  const tabs = (await browser.tabs.query({ url: `${site.origin}/*`, discarded: false })).flatMap((tab) => {
    const isSites =
      tab.url !== undefined && pages[site.tracker].workspaceOf(new URL(tab.url)) === site.workspace;
    return isSites && tab.id !== undefined ? { id: tab.id, isInFront: tab.active } : [];
  });
  // Some can be left or be out of reach meanwhile.
  if (isNew) await Promise.allSettled(tabs.map(({ id }) => inTime(runInPage(id, askToReadAnew, []), pageMs)));
  const ended = [...(await store.inState(site.id, "done")), ...(await store.inState(site.id, "refused"))];
  const rows = ended.filter(({ isTold, at }) => !isTold && Date.now() - at < toldWithinMs);
  if (rows.length === 0) return;
  const t = translateWith(await readCatalog());
  const shown = await Promise.allSettled(
    tabs
      .filter(({ isInFront }) => isInFront)
      .map(({ id }) =>
        inTime(
          show(
            id,
            rows.map((row) => noticeRow(row, t)),
            t,
          ),
          pageMs,
        ),
      ),
  );
  if (!shown.some((it) => it.status === "fulfilled" && it.value === true)) return;
  for (const { id } of rows) await store.change(id, { isTold: true });
}

async function show(tabId: number, rows: NoticeRow[], t: Translate): Promise<unknown> {
  if (!(await runInPage(tabId, isThere, [gateNoticeName])))
    await browser.scripting.executeScript({
      target: { tabId },
      files: ["/gate-notice.js"],
      injectImmediately: true,
    });
  const words: NoticeWords = {
    title: t("gateNotice_title"),
    fix: t("gateNotice_fix"),
    undo: t("gateNotice_undo"),
    undoing: t("gateNotice_undoing"),
    failed: t("gateNotice_failed"),
    close: t("captureClose"),
    gone: t("captureGone"),
  };
  return runInPage(tabId, showIn, [gateNoticeName, rows, words]);
}

/** All three run in the page, and so reach nothing around them. */
const isThere = (name: string) => Symbol.for(name) in globalThis;
const showIn = (name: string, rows: NoticeRow[], words: NoticeWords) =>
  (globalThis as unknown as Record<symbol, NoticeCall>)[Symbol.for(name)]?.show(rows, words) ?? false;
/** Pages read their data anew when somebody comes back to them; there is nothing else that every one of them listens to. */
const askToReadAnew = () => {
  document.dispatchEvent(new Event("visibilitychange"));
  window.dispatchEvent(new Event("focus"));
};

function noticeRow({ id, key, state, to, sprintName, reason, words }: PutBack, t: Translate): NoticeRow {
  const why = t(`gateWhy_${wordOf(reason)}`);
  const done =
    to === null
      ? t("gateNotice_toBacklog", key, sprintName, why)
      : t("gateNotice_toSprint", key, sprintName, why);
  const isDone = state === "done";
  return {
    ...{ id, key, fix: t("gateNotice_fixOf", key) },
    sentence: isDone ? done : t("gateNotice_refused", key, sprintName, why, words ?? ""),
    undo: isDone ? t("gateNotice_undoOf", key, sprintName) : null,
  };
}

/** What came of the wish to have an issue in its sprint again, for the person. */
export async function tellRestored(
  { origin }: Tenant,
  { key, sprintName }: PutBack,
  restored: Result<PutBack["reason"] | null, WriteFailure>,
): Promise<Restored> {
  const t = translateWith(await readCatalog());
  if (!restored.ok)
    return { isIn: false, sentence: t("gateNotice_notRestored", key, restored.error.message ?? "") };
  if (restored.value !== null)
    return { isIn: false, sentence: t("gateNotice_stillOut", key, t(`gateWhy_${wordOf(restored.value)}`)) };
  const tabs = await browser.tabs.query({ url: `${origin}/*`, discarded: false });
  await Promise.allSettled(
    tabs.map(({ id }) => id !== undefined && inTime(runInPage(id, askToReadAnew, []), pageMs)),
  );
  return { isIn: true, sentence: t("gateNotice_restored", key, sprintName) };
}

/** It was put in again elsewhere, or is not remembered any more. */
export async function tellNothingToRestore(): Promise<Restored> {
  const t = translateWith(await readCatalog());
  return { isIn: false, sentence: t("gateNotice_nothingLeft") };
}
