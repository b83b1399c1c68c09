import { browser } from "wxt/browser";
import { z } from "zod";
import { noAnswer } from "./answer-of";
import type { ApiAnswer, ApiRequest } from "./tracker-api";

/** Under this symbol's name the page's isolated world keeps what makes calls. */
export const performerName = "plumbline.perform";

const answer = z.object({
  status: z.int().min(0).max(999),
  contentType: z.string(),
  retryAfterS: z.number().nullable(),
  nearLimit: z.boolean().default(false),
  body: z.string(),
});

/** Runs in the page. Null: what makes calls is not there yet. */
const perform = (name: string, request: ApiRequest) =>
  (globalThis as unknown as Record<symbol, ((it: ApiRequest) => unknown) | undefined>)[Symbol.for(name)]?.(
    request,
  ) ?? null;

/**
 * Makes one call from an open page of `origin`, with the person's session. Never throws: status 0 where no page of it is
 * open, or none could make the call.
 */
export async function callInPage(origin: string, request: ApiRequest): Promise<ApiAnswer> {
  const tabs = await browser.tabs.query({ url: `${origin}/*`, discarded: false });
  for (const { id: tabId } of tabs.sort((a, b) => Number(b.active) - Number(a.active))) {
    if (tabId === undefined) continue;
    const target = { tabId };
    const run = async () => {
      const [frame] = await browser.scripting.executeScript({
        target,
        func: perform,
        args: [performerName, request],
      });
      return frame?.result ?? null;
    };
    const result = await run()
      .then(async (first) => {
        if (first !== null) return first;
        await browser.scripting.executeScript({ target, files: ["/perform-request.js"] });
        return run();
      })
      // The page was closed or left meanwhile; whether the call arrived is not known.
      .catch(() => null);
    if (result !== null) return answer.safeParse(result).data ?? noAnswer;
  }
  return noAnswer;
}
