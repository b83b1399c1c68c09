import { extensionFolder } from "../tools/build-extension";
import { findBrowser } from "../tools/find-browser";
import { launch } from "../tools/launch";
import type { Journey } from "./harness";
import type { Seat } from "./tracker-stage";

/** Another person's browser with the extension, over the same sandbox. */
export async function openSecondBrowser({
  sandbox,
}: Pick<Journey, "sandbox">): Promise<Seat & { close(): Promise<void> }> {
  const { path: executablePath } = await findBrowser();
  const extensionDir = extensionFolder("sandbox");
  const flags = sandbox.chromiumFlags;
  const browser = await launch({ executablePath, extensionDir, flags, headless: true });
  if (browser.extensionId === null) throw new Error("the extension does not start");
  return { sandbox, context: browser.context, extensionId: browser.extensionId, close: browser.close };
}
