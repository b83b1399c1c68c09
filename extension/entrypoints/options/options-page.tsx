import { LinearKeyForm } from "../../ui/linear-key-form";
import type { PageProps } from "../../ui/mount-page";
import { DataSection } from "./data-section";
import { GateSection } from "./gate-section";
import { LanguageSection } from "./language-section";
import { ShortcutsSection } from "./shortcuts-section";
import { SitesSection } from "./sites-section";

/** All that the person decides, and what Plumbline keeps for them. */
export const OptionsPage = ({ situation, t }: PageProps) => (
  <main>
    <header>
      <img src="/icon/48.png" alt="" width={32} height={32} />
      <h1>{t("optionsTitle")}</h1>
    </header>
    {situation.policy.locked.length > 0 && <p className="locked">{t("optionsLocked")}</p>}
    <SitesSection situation={situation} t={t} />
    <section aria-labelledby="linear">
      <h2 id="linear">{t("optionsLinear")}</h2>
      <LinearKeyForm t={t} />
    </section>
    <GateSection situation={situation} t={t} />
    <LanguageSection situation={situation} t={t} />
    <ShortcutsSection t={t} />
    <DataSection t={t} />
  </main>
);
