import { browser } from "wxt/browser";
import { fillIn } from "../../shared/ui/fill-in";
import type { Translate } from "../../shared/ui/translate";
import type { Catalog } from "../store/catalog";

type BrowserMessage = Parameters<typeof browser.i18n.getMessage>[0];

/** Speaks the language of `catalog`; null: the browser's own. */
export const translateWith =
  (catalog: Catalog | null): Translate =>
  (name, ...parts) => {
    const sentence = catalog?.[name];
    return sentence === undefined
      ? browser.i18n.getMessage(name as BrowserMessage, parts)
      : fillIn(sentence, parts);
  };
