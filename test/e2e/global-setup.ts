import { existsSync } from "node:fs";
import { buildExtension, extensionFolder } from "../tools/build-extension";

/** Builds the extension once for all journeys; PLUMBLINE_PREBUILT says that the build in `.output` is the one to test. */
export default async function setUp(): Promise<void> {
  if (!process.env.PLUMBLINE_PREBUILT) await buildExtension("sandbox");
  else if (!existsSync(extensionFolder("sandbox"))) {
    throw new Error("PLUMBLINE_PREBUILT is set, but there is no build: npm run build:sandbox");
  }
}
