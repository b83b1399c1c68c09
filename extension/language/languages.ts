import type { CompanyPolicy } from "../store/company-policy";
import type { Settings } from "../store/settings";

/** The languages of `_locales`, by their own names. */
export const languages: Readonly<Record<string, string>> = { en: "English", de: "Deutsch" };

/** The language that was chosen over the browser's: by the company where it locks it, else by the person; null: none. */
export function chosenLanguage({ language }: Settings, policy: CompanyPolicy): string | null {
  const chosen = policy.locked.includes("language") ? policy.language : (language ?? policy.language);
  return chosen !== null && chosen in languages ? chosen : null;
}
