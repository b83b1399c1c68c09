import { browser } from "wxt/browser";
import { defineContentScript } from "wxt/utils/define-content-script";
import { trackerOfOrigin } from "../../trackers/hosts";
import { pages } from "../../trackers/pages";
import { createLastingTranslate } from "./lasting-translate";
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
      t: createLastingTranslate((name, parts) =>
        browser.i18n.getMessage(name as Parameters<typeof browser.i18n.getMessage>[0], parts),
      ),
      // The browser takes the id away when the extension is updated, turned off or removed.
      isGone: () => browser.runtime?.id === undefined,
      onNavigate: (act) => ctx.addEventListener(window, "wxt:locationchange", ({ newUrl }) => act(newUrl)),
      signal: ctx.signal,
    });
  },
});
