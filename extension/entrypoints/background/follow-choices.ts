import { browser } from "wxt/browser";
import { watchPolicy } from "../../store/company-policy";
import { watchSettings } from "../../store/settings";
import { handOverLanguage } from "./hand-over-language";
import { obeyPolicy } from "./obey-policy";

/** Follows what the person and the company choose, at every start and whenever it changes. */
export function followChoices(signal: AbortSignal): void {
  const followAll = async () => {
    await obeyPolicy();
    await handOverLanguage();
  };
  browser.runtime.onInstalled.addListener(followAll);
  browser.runtime.onStartup.addListener(followAll);
  watchPolicy(followAll, signal);
  watchSettings((settings, before) => {
    if (settings.language !== before.language) void handOverLanguage();
  }, signal);
}
