import "@atlaskit/css-reset";
import "./options.css";
import { setGlobalTheme } from "@atlaskit/tokens/set-global-theme";
import { createRoot } from "react-dom/client";
import { browser } from "wxt/browser";
import type { Translate } from "../../badge/translate";
import { OptionsPage } from "./options-page";

const t: Translate = (name, ...parts) =>
  browser.i18n.getMessage(name as Parameters<typeof browser.i18n.getMessage>[0], parts);

void setGlobalTheme({ colorMode: "auto" });
document.title = t("optionsTitle");
document.documentElement.lang = browser.i18n.getUILanguage();
const root = document.getElementById("root");
if (root) createRoot(root).render(<OptionsPage t={t} />);
