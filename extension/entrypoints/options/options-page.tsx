import type { Translate } from "../../badge/translate";
import { LinearSection } from "./linear-section";
import { SitesSection } from "./sites-section";

/** What the person decides: which sites Plumbline may read, and the key that Linear asks for. */
export const OptionsPage = ({ t }: { t: Translate }) => (
  <main>
    <h1>{t("optionsTitle")}</h1>
    <SitesSection t={t} />
    <LinearSection t={t} />
  </main>
);
