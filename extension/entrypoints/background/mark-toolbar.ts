import { browser } from "wxt/browser";
import { wordOf } from "../../../shared/ui/word-of";
import type { Trouble } from "../../messaging/page-status";

const t = (name: string) => browser.i18n.getMessage(name as Parameters<typeof browser.i18n.getMessage>[0]);

/** Puts a quiet mark on the toolbar icon of one tab, with a sentence for each trouble; takes it away where there is none. */
export async function markToolbar(tabId: number, troubles: readonly Trouble[]): Promise<void> {
  const sentences = troubles.map(({ kind }) => t(`unknown_${wordOf(kind)}`));
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: sentences.length > 0 ? "!" : "" }),
    browser.action.setBadgeBackgroundColor({ tabId, color: "#6b6f76" }),
    browser.action.setTitle({ tabId, title: [t("extensionName"), ...sentences].join("\n") }),
  ]);
}
