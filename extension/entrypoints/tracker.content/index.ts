import { browser } from "wxt/browser";
import { defineContentScript } from "wxt/utils/define-content-script";
import { trackerOfOrigin } from "../../trackers/hosts";
import { pages } from "../../trackers/pages";
import { asInstalled } from "./as-installed";
import { createLastingTranslate } from "./lasting-translate";
import { beginLifetime } from "./lifetime";
import { obeySettings } from "./obey-settings";
import { startOverlay } from "./start-overlay";
import { watchLocation } from "./watch-location";

export default defineContentScript({
  // Registered at run time, for the sites that the person has turned on; see register-content-scripts.ts.
  registration: "runtime",
  matches: [],
  runAt: "document_start",
  main() {
    const tracker = trackerOfOrigin(location.origin);
    if (tracker === null) return;
    const page = pages[tracker];
    // The browser takes the id away when the extension is updated, turned off or removed.
    const isGone = () => browser.runtime?.id === undefined;
    const lifetime = beginLifetime(document, isGone);
    if (!lifetime) return;
    const { signal } = lifetime;
    void obeySettings({
      origin: location.origin,
      here: () => new URL(location.href),
      viewOf: page.viewOf,
      workspaceOf: page.workspaceOf,
      onNavigate: (act) => watchLocation(window, act, signal),
      start: (catalog, onNavigate, period) =>
        startOverlay({
          page,
          document,
          t: createLastingTranslate(
            (name, parts) =>
              catalog?.[name] ??
              browser.i18n.getMessage(name as Parameters<typeof browser.i18n.getMessage>[0], parts),
          ),
          isGone,
          onNavigate,
          signal: period,
        }),
      end: () => lifetime.abort(),
      asInstalled: asInstalled in globalThis,
      signal,
    });
  },
});
