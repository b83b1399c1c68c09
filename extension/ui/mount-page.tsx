import "../../shared/ui/page.css";
import { setGlobalTheme } from "@atlaskit/tokens/set-global-theme";
import type { ComponentType } from "react";
import { createRoot } from "react-dom/client";
import { browser } from "wxt/browser";
import { z } from "zod";
import type { Translate } from "../../shared/ui/translate";
import { chosenLanguage } from "../language/languages";
import { translateWith } from "../language/translate-with";
import { readSituation, type Situation, watchSituation } from "./situation";

export interface PageProps {
  situation: Situation;
  t: Translate;
}

// The extension's policy forbids `new Function`, which zod would try at its first object.
z.config({ jitless: true });

/** Draws one of the extension's own pages and draws it anew whenever something that it shows has changed. */
export function mountPage(
  Page: ComponentType<PageProps>,
  titleOf: (t: Translate) => string,
  colorMode: "auto" | "light" | "dark" = "auto",
): void {
  const element = document.getElementById("root");
  if (element === null) throw new Error("the page has no #root");
  const root = createRoot(element);
  // Colours first, or a dark page begins with a flash of light; one that cannot be had is no reason to show nothing.
  const coloured = setGlobalTheme({ colorMode }).catch(() => undefined);
  async function draw(): Promise<void> {
    const [situation] = await Promise.all([readSituation(), coloured]);
    const t = translateWith(situation.catalog);
    document.title = titleOf(t);
    document.documentElement.lang =
      chosenLanguage(situation.settings, situation.policy) ?? browser.i18n.getUILanguage();
    root.render(<Page situation={situation} t={t} />);
  }
  // The page listens for as long as it is open.
  watchSituation(() => void draw(), new AbortController().signal);
  void draw();
}
