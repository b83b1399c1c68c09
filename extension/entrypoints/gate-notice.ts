import { browser } from "wxt/browser";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { type Notice, openNotice } from "../frame/gate-notice";
import { gateNoticeName, type NoticeCall } from "../frame/gate-notice-call";
import { isDark } from "../frame/is-dark";
import { askBackground } from "../messaging/ask-background";
import { runningSignal } from "./tracker.content/lifetime";

/** Put into a tracker's page when something was put back, so that no page carries it for nothing. */
export default defineUnlistedScript(() => {
  let open: Notice | null = null;
  const call: NoticeCall = {
    show(rows, words) {
      const signal = runningSignal();
      if (signal === undefined) return false;
      open ??= openNotice({
        document,
        theme: isDark(document) ? "dark" : "light",
        words,
        fix: (key) => askBackground("openStatement", key),
        undo: (id) => askBackground("restorePutBack", id),
        isGone: () => browser.runtime?.id === undefined,
        signal,
        onClosed: () => (open = null),
      });
      open.add(rows);
      return true;
    },
  };
  // What an earlier version left in the page goes with its own end.
  Object.assign(globalThis, { [Symbol.for(gateNoticeName)]: call });
});
