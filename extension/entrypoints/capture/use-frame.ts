import { useCallback, useEffect, useRef } from "react";
import { browser } from "wxt/browser";
import { type FrameMessage, frameChannel } from "../../frame/statement-frame";
import type { CaptureRequest } from "../../store/capture-requests";

/** The rest of the press that closes the form, the release of its key or button, ends in the form and not in the page below. */
const restOfPressMs = 150;

/** How the form speaks to what shows it: the dialog in the tracker's page, or a window of its own. */
export function useFrame(
  id: string,
  request: CaptureRequest | null,
): { drawn: () => void; close: () => void } {
  const channel = useRef<chrome.runtime.Port | null>(null);
  useEffect(() => {
    if (request === null || !request.isFramed) return;
    channel.current = browser.tabs.connect(request.tab, { name: frameChannel(id), frameId: 0 });
    return () => channel.current?.disconnect();
  }, [id, request]);
  const tell = useCallback((message: FrameMessage) => {
    if (channel.current !== null) channel.current.postMessage(message);
    else if (message === "close") window.close();
  }, []);
  return {
    drawn: useCallback(() => tell("drawn"), [tell]),
    close: useCallback(() => void setTimeout(() => tell("close"), restOfPressMs), [tell]),
  };
}
