import { browser } from "wxt/browser";
import { defineContentScript } from "wxt/utils/define-content-script";
import { trackerOfOrigin } from "../../trackers/hosts";
import { pages } from "../../trackers/pages";
import { createLastingTranslate } from "./lasting-translate";
import { obeySettings } from "./obey-settings";
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
    const page = pages[tracker];
    void obeySettings({
      origin: location.origin,
      here: () => new URL(location.href),
      viewOf: page.viewOf,
      onNavigate: (act) => ctx.addEventListener(window, "wxt:locationchange", ({ newUrl }) => act(newUrl)),
      start: (catalog, onNavigate, signal) =>
        startOverlay({
          page,
          document,
          t: createLastingTranslate(
            (name, parts) =>
              catalog?.[name] ??
              browser.i18n.getMessage(name as Parameters<typeof browser.i18n.getMessage>[0], parts),
          ),
          // The browser takes the id away when the extension is updated, turned off or removed.
          isGone: () => browser.runtime?.id === undefined,
          onNavigate,
          signal,
        }),
      end: () => ctx.abort("off"),
      signal: ctx.signal,
    });
  },
});
