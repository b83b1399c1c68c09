import { fillIn } from "../../shared/ui/fill-in";
import type { Translate } from "../../shared/ui/translate";

const catalogs = {
  en: () => import("virtual:sentences/en"),
  de: () => import("virtual:sentences/de"),
} as const;
export type Language = keyof typeof catalogs;

/** The language of the pages for a locale of Jira, such as `de_DE` or `en-US`; English where there is none. */
export function languageOf(locale: string): Language {
  const language = locale.slice(0, 2).toLowerCase();
  return Object.hasOwn(catalogs, language) ? (language as Language) : "en";
}

/** Loads the sentences of one language. */
export async function loadSentences(language: Language): Promise<Translate> {
  const { default: catalog } = await catalogs[language]();
  return (name, ...parts) => fillIn(catalog[name] ?? name, parts);
}
