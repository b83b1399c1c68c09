import Button from "@atlaskit/button/new";
import { browser } from "wxt/browser";
import type { Translate } from "../../../shared/ui/translate";

/** Loads the page in a tab anew and closes the popup. */
export const ReloadButton = ({ tabId, t }: { tabId: number; t: Translate }) => (
  <Button spacing="compact" onClick={() => void browser.tabs.reload(tabId).then(() => window.close())}>
    {t("popupReload")}
  </Button>
);
