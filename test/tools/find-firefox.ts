import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { runCommand } from "./run-command";

/** The first that knows everything that the extension's manifest says. */
const leastVersion = 140;
const names = ["firefox", "firefox-esr"];
const usual = ["/Applications/Firefox.app/Contents/MacOS/firefox"];

/**
 * The program of a Firefox that can load the extension: FIREFOX_PATH, the PATH, where macOS puts it; null: there is none. With
 * `install`, as root on a Debian or Ubuntu without one, installs `firefox-esr` by apt; that it cannot is said and does no harm.
 */
export async function findFirefox({ install = false } = {}): Promise<string | null> {
  const found = await search();
  if (found !== null || !install || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return found;
  console.log("No Firefox found: installing firefox-esr by apt-get.");
  for (const args of [["update"], ["install", "--yes", "--no-install-recommends", "firefox-esr"]]) {
    const { code, stderr } = await runCommand("apt-get", args, {
      env: { DEBIAN_FRONTEND: "noninteractive" },
    });
    if (code !== 0) console.log(`apt-get ${args[0]} failed: ${stderr.trim()}`);
  }
  return search();
}

async function search(): Promise<string | null> {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  for (const path of [process.env.FIREFOX_PATH ?? "", ...onPath, ...usual]) {
    if (!existsSync(path)) continue;
    const { stdout } = await runCommand(path, ["--version"]);
    if (Number(/Firefox (\d+)/.exec(stdout)?.[1]) >= leastVersion) return path;
  }
  return null;
}
