import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runCommand } from "./run-command";

export const projectRoot = fileURLToPath(new URL("../../", import.meta.url));

/** Where wxt puts the Chromium build of a mode. */
const folders = { sandbox: "chrome-mv3-sandbox", production: "chrome-mv3" } as const;
export type BuildMode = keyof typeof folders;

export const extensionFolder = (mode: BuildMode): string => join(projectRoot, ".output", folders[mode]);

/** Builds the extension for Chromium; the folder that holds it. Throws with the builder's own words where it fails. */
export async function buildExtension(mode: BuildMode): Promise<string> {
  const wxt = join(projectRoot, "node_modules/wxt/bin/wxt.mjs");
  const folder = extensionFolder(mode);
  const { code, stdout, stderr } = await runCommand(process.execPath, [
    wxt,
    "build",
    "--mode",
    mode,
    projectRoot,
  ]);
  if (code !== 0) throw new Error(`The extension does not build:\n${stdout}${stderr}`);
  return folder;
}
