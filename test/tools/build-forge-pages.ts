import { join } from "node:path";
import { projectRoot } from "./build-extension";
import { runCommand } from "./run-command";

export const forgeApp = join(projectRoot, "forge-app");

/** Builds the pages of the app inside Jira, into the folder that its manifest names. Throws with the builder's own words where it fails. */
export async function buildForgePages(): Promise<void> {
  const vite = join(projectRoot, "node_modules/vite/bin/vite.js");
  const command = [vite, "build", "--config", join(forgeApp, "ui/vite.config.ts"), "--logLevel", "warn"];
  const { code, stdout, stderr } = await runCommand(process.execPath, command);
  if (code !== 0) throw new Error(`The app's pages do not build:\n${stdout}${stderr}`);
}
