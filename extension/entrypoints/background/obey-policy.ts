import { type CompanyPolicy, readPolicy } from "../../store/company-policy";
import { changeSettings, type Settings, withSite } from "../../store/settings";

/** Brings the settings in line with what the company has locked. */
export async function obeyPolicy(): Promise<void> {
  const policy = await readPolicy();
  await changeSettings((settings) => underPolicy(settings, policy));
}

/** The settings with every locked one as the company wants it: its sites on, no view off. */
export function underPolicy(settings: Settings, { sites, locked }: CompanyPolicy): Settings {
  let under = settings;
  for (const origin of Object.keys(settings.sites)) {
    if (locked.includes("sites") && sites.includes(origin)) under = withSite(under, origin, { off: false });
    if (locked.includes("views")) under = withSite(under, origin, { viewsOff: [] });
  }
  return under;
}
