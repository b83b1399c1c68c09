import { browser } from "wxt/browser";
import { z } from "zod";
import { noAnswer } from "../../shared/tracker/answer-of";
import type { ApiAnswer, ApiRequest } from "../../shared/tracker/tracker-api";
import { performerName } from "./performer-name";
import { runInPage } from "./run-in-page";

const answer = z.object({
  status: z.int().min(0).max(999),
  contentType: z.string(),
  retryAfterS: z.number().nullable(),
  nearLimit: z.boolean().default(false),
  body: z.string(),
});

/** Both run in the page, and so reach nothing around them. "missing", "late": nothing was called; a page that hung may come to it late. */
const isThere = (name: string) => Symbol.for(name) in globalThis;
const perform = (name: string, request: ApiRequest, notAfter: number) => {
  if (Date.now() > notAfter) return "late";
  const it = (globalThis as unknown as Record<symbol, (it: ApiRequest) => unknown>)[Symbol.for(name)];
  return it === undefined ? "missing" : it(request);
};

/** Tabs whose page had what makes calls: it is asked at once, which saves a way there and back while somebody waits. */
const prepared = new Set<number>();

/**
 * Makes one call from an open page of `origin`, with the person's session. Never throws: status 0 where no page of it is
 * open, or where the page that made the call was left before it was answered; that call may have arrived. Once `signal` ends it, or
 * after `notAfter`, in milliseconds since 1970, it is not begun any more.
 */
export async function callInPage(
  origin: string,
  request: ApiRequest,
  signal: AbortSignal,
  notAfter: number,
): Promise<ApiAnswer> {
  const ask = (tabId: number) => callIn(tabId, request, notAfter);
  const tabs = await browser.tabs.query({ url: `${origin}/*`, discarded: false });
  for (const { id: tabId } of tabs.sort((a, b) => Number(b.active) - Number(a.active))) {
    if (tabId === undefined) continue;
    if (signal.aborted) return noAnswer;
    let result: unknown = prepared.has(tabId) ? await ask(tabId) : "missing";
    if (result === "missing") {
      if (!(await prepare(tabId).catch(() => false))) continue;
      if (signal.aborted) return noAnswer;
      result = await ask(tabId);
    }
    // From here on no other page may try: the call could arrive twice.
    const parsed = answer.safeParse(result).data;
    if (parsed === undefined) prepared.delete(tabId);
    else prepared.add(tabId);
    return parsed ?? noAnswer;
  }
  return noAnswer;
}

/** What the page gives; null: it could not be reached, or was left in the middle. */
const callIn = (tabId: number, request: ApiRequest, notAfter: number): Promise<unknown> =>
  runInPage(tabId, perform, [performerName, request, notAfter]).catch(() => null);

/** Puts what makes calls into a page. Rejects, having called nothing, where the page cannot be reached. */
async function prepare(tabId: number): Promise<true> {
  if (!(await runInPage(tabId, isThere, [performerName]))) {
    const target = { tabId };
    await browser.scripting.executeScript({
      target,
      files: ["/perform-request.js"],
      injectImmediately: true,
    });
  }
  return true;
}
