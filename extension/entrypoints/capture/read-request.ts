import { browser } from "wxt/browser";
import { type CaptureRequest, takeCaptureRequest } from "../../store/capture-requests";

/** What this page is about; null: nothing, since nobody asked for it here. */
export async function readRequest(id: string): Promise<CaptureRequest | null> {
  const request = await takeCaptureRequest(id);
  if (request === null || !request.isFramed)
    return request !== null && window.top === window ? request : null;
  // The worker asked for a frame in the page of one tab, and a page of another site may not show it in its own.
  const tab = await browser.tabs.getCurrent();
  const around = [...location.ancestorOrigins];
  const isThere = tab?.id === request.tab && around.length === 1 && around[0] === request.origin;
  return isThere ? request : null;
}
