import Button from "@atlaskit/button/new";
import { browser } from "wxt/browser";
import type { Translate } from "../../../shared/ui/translate";

interface ReloadProps {
  tabId: number;
  /** What is wrong with the page in the tab, and why. */
  what: string;
  why: string;
  t: Translate;
}

/** Something that is well again once the page in a tab is loaded anew, with the press that does so and closes the popup. */
export const ReloadNote = ({ tabId, what, why, t }: ReloadProps) => (
  <div className="trouble">
    <p>
      <strong>{what}</strong> {why}
    </p>
    <Button spacing="compact" onClick={() => void browser.tabs.reload(tabId).then(() => window.close())}>
      {t("popupReload")}
    </Button>
  </div>
);
