import { chosenLanguage } from "../../language/languages";
import { loadCatalog } from "../../language/load-catalog";
import { writeCatalog } from "../../store/catalog";
import { readPolicy } from "../../store/company-policy";
import { readSettings } from "../../store/settings";
import { putMenu } from "./selection-menu";

/** Puts the sentences of the chosen language where pages and content scripts read them. */
export async function handOverLanguage(): Promise<void> {
  const language = chosenLanguage(await readSettings(), await readPolicy());
  await writeCatalog(language === null ? null : await loadCatalog(language));
  await putMenu();
}
