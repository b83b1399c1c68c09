import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildExtension, extensionFolder } from "../tools/build-extension";
import { buildForgePages, forgeApp } from "../tools/build-forge-pages";

/** Builds the extension and the pages of the app inside Jira once for all journeys; PLUMBLINE_PREBUILT says that the builds that are there are the one to test. */
export default async function setUp(): Promise<void> {
  if (!process.env.PLUMBLINE_PREBUILT) {
    await buildExtension("sandbox");
    await buildForgePages();
  } else if (![extensionFolder("sandbox"), join(forgeApp, "dist")].every((it) => existsSync(it)))
    throw new Error(
      "PLUMBLINE_PREBUILT is set, but there is no build: npm run build:sandbox, npm run build:forge",
    );
}
