import { browser } from "wxt/browser";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { isDark } from "../frame/is-dark";
import { type FrameMessage, frameChannel, openStatementFrame } from "../frame/statement-frame";
import { type FrameCall, statementFrameName } from "../frame/statement-frame-call";
import { askBackground } from "../messaging/ask-background";
import { mustBeOwnPage } from "../messaging/own-page";
import { runningSignal } from "./tracker.content/lifetime";

/** Put into a tracker's page when a statement is to be written over it, so that no page carries it for nothing. */
export default defineUnlistedScript(() => {
  const { runtime } = browser;
  const ownRoot = runtime.getURL("/");
  let isOpen = false;

  /** Hears the form with this id, and nobody else. */
  function hear(id: string, act: (message: FrameMessage) => void): () => void {
    const listener = (channel: chrome.runtime.Port) => {
      if (channel.name !== frameChannel(id) || channel.sender === undefined) return;
      mustBeOwnPage(channel.sender, runtime.id, ownRoot);
      channel.onMessage.addListener(act);
    };
    runtime.onConnect.addListener(listener);
    return () => {
      isOpen = false;
      // Where the extension is gone, the browser has removed the listener, and asking it to throws.
      if (browser.runtime?.id !== undefined) runtime.onConnect.removeListener(listener);
    };
  }

  const call: FrameCall = {
    look() {
      const signal = runningSignal();
      if (signal === undefined) return null;
      return { theme: isDark(document) ? "dark" : "light", selection: String(document.getSelection() ?? "") };
    },
    open({ id, address, theme, words }) {
      const signal = runningSignal();
      if (signal === undefined) return "off";
      if (isOpen) return "busy";
      isOpen = true;
      openStatementFrame({
        document,
        address,
        theme,
        words,
        hear: (act) => hear(id, act),
        isGone: () => browser.runtime?.id === undefined,
        openPanel: () => askBackground("openPanel", undefined),
        signal,
      });
      return "open";
    },
  };
  Object.assign(globalThis, { [Symbol.for(statementFrameName)]: call });
});
