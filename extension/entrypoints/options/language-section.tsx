import { chosenLanguage, languages } from "../../language/languages";
import { changeSettings } from "../../store/settings";
import { Message } from "../../ui/message";
import type { PageProps } from "../../ui/mount-page";
import { useAttempt } from "../../ui/use-attempt";

/** Chooses a language over the browser's, for pages and badges alike. */
export function LanguageSection({ situation, t }: PageProps) {
  const { note, attempt } = useAttempt(t);
  const { settings, policy } = situation;
  const locked = policy.locked.includes("language");
  const choose = (language: string | null) =>
    void attempt(() => changeSettings((all) => ({ ...all, language })).then(() => null));

  return (
    <section aria-labelledby="language-title">
      <h2 id="language-title">{t("optionsLanguage")}</h2>
      <label htmlFor="language">{t("optionsLanguageLabel")}</label>
      <select
        id="language"
        value={chosenLanguage(settings, policy) ?? ""}
        disabled={locked}
        onChange={(event) => choose(event.target.value === "" ? null : event.target.value)}
      >
        <option value="">{t("optionsLanguageBrowser")}</option>
        {Object.entries(languages).map(([code, name]) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
      {locked && <p className="locked">{t("optionsLockedLanguage")}</p>}
      <Message note={note} />
    </section>
  );
}
