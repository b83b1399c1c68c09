import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runCommand } from "./run-command";

export const projectRoot = fileURLToPath(new URL("../../", import.meta.url));

/** Where wxt puts each build: the three that ship, and the sandbox's two. */
const folders = {
  sandbox: "chrome-mv3-sandbox",
  production: "chrome-mv3",
  edge: "edge-mv3",
  firefox: "firefox-mv3",
  "firefox-sandbox": "firefox-mv3-sandbox",
} as const;
const args: Record<BuildMode, readonly string[]> = {
  sandbox: ["--mode", "sandbox"],
  production: [],
  edge: ["-b", "edge"],
  firefox: ["-b", "firefox"],
  "firefox-sandbox": ["-b", "firefox", "--mode", "sandbox"],
};
export type BuildMode = keyof typeof folders;

export const extensionFolder = (mode: BuildMode): string => join(projectRoot, ".output", folders[mode]);

/** Builds the extension; the folder that holds it. Throws with the builder's own words where it fails. */
export async function buildExtension(mode: BuildMode): Promise<string> {
  const wxt = join(projectRoot, "node_modules/wxt/bin/wxt.mjs");
  const command = [wxt, "build", ...args[mode], projectRoot];
  const { code, stdout, stderr } = await runCommand(process.execPath, command);
  if (code !== 0) throw new Error(`The extension does not build:\n${stdout}${stderr}`);
  return extensionFolder(mode);
}
