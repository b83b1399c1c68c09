import { browser } from "wxt/browser";
import { defineContentScript } from "wxt/utils/define-content-script";
import { trackerOfOrigin } from "../../trackers/hosts";
import { pages } from "../../trackers/pages";
import { startOverlay } from "./start-overlay";

export default defineContentScript({
  // Registered at run time, for the sites that the person has turned on; see register-content-scripts.ts.
  registration: "runtime",
  matches: [],
  runAt: "document_start",
  noScriptStartedPostMessage: true,
  main(ctx) {
    const tracker = trackerOfOrigin(location.origin);
    if (tracker === null) return;
    startOverlay({
      page: pages[tracker],
      document,
      t: (name, ...parts) =>
        browser.i18n.getMessage(name as Parameters<typeof browser.i18n.getMessage>[0], parts),
      onNavigate: (act) => ctx.addEventListener(window, "wxt:locationchange", ({ newUrl }) => act(newUrl)),
      signal: ctx.signal,
    });
  },
});
