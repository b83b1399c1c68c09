import { browser } from "wxt/browser";
import { changeSettings, withSite } from "../../store/settings";
import { patternOf } from "../../trackers/site-patterns";

/** Remembers the sites that are read under a permission for all sites of a tracker, which names none of them. */
export interface SiteMemory {
  /** Each site is written once. */
  remember(origin: string): Promise<void>;
  /** The settings were reset. */
  forget(): void;
}

export function createSiteMemory(): SiteMemory {
  const remembered = new Set<string>();
  return {
    async remember(origin) {
      if (remembered.has(origin)) return;
      remembered.add(origin);
      // A page may outlive its permission, and its site is not to come back by that.
      if (!(await browser.permissions.contains({ origins: [patternOf(origin)] }))) return;
      await changeSettings((settings) =>
        origin in settings.sites ? settings : withSite(settings, origin, {}),
      );
    },
    forget: () => remembered.clear(),
  };
}
