import { existsSync, readdirSync } from "node:fs";
import { basename, dirname } from "node:path";
import { browserPlaces } from "./browser-places";
import { type BrowserChoice, chooseBrowser, type FoundBrowser, identifyBrowser } from "./choose-browser";
import { runCommand } from "./run-command";

const howToGetOne =
  "No browser that can load the extension was found: install Chromium (Debian and Ubuntu: apt-get install chromium; " +
  "macOS: brew install chromium; else Chrome for Testing) or set CHROME_PATH.";

/**
 * The program of a browser that loads unpacked extensions: CHROME_PATH, Chromium, Chrome for Testing, Edge. Says in one line each
 * what it could not use. With `install`, as root on a Debian or Ubuntu without one, installs `chromium` by apt.
 * Throws, with one sentence on how to get one, where there is none.
 */
export async function findBrowser({
  install = false,
  say = console.log,
}: {
  install?: boolean;
  say?: (line: string) => void;
} = {}): Promise<FoundBrowser> {
  const first = await search();
  for (const notice of first.notices) say(notice);
  if (first.browser) return first.browser;
  if (install && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    say("No usable browser found: installing chromium by apt-get.");
    await apt("update");
    await apt("install", "--yes", "--no-install-recommends", "chromium");
    const second = await search();
    if (second.browser) return second.browser;
  }
  throw new Error(howToGetOne);
}

async function search(): Promise<BrowserChoice> {
  const asked = process.env.CHROME_PATH || null;
  if (asked !== null && !existsSync(asked))
    throw new Error(`CHROME_PATH names ${asked}, which does not exist.`);
  const places = [...new Set([...(asked === null ? [] : [asked]), ...browserPlaces()])];
  const found = await Promise.all(places.map((path) => identify(path, path === asked)));
  const unknown =
    asked !== null && found[0] === null
      ? [`CHROME_PATH names ${asked}, which says no version: not used.`]
      : [];
  const choice = chooseBrowser(found.filter((it) => it !== null));
  return { ...choice, notices: [...unknown, ...choice.notices] };
}

async function identify(path: string, asked: boolean): Promise<FoundBrowser | null> {
  // A file that cannot be run is no browser.
  const known = identifyBrowser(await versionText(path).catch(() => ""));
  return known && { path, asked, ...known };
}

async function versionText(path: string): Promise<string> {
  if (process.platform !== "win32") return (await runCommand(path, ["--version"])).stdout;
  // On Windows the program opens a window instead; its version is the name of a folder beside it.
  const folder = dirname(path);
  const version = readdirSync(folder).find((name) => /^\d+(\.\d+){3}$/.test(name)) ?? "";
  const name =
    basename(path) === "msedge.exe" ? "Edge" : folder.includes("Chromium") ? "Chromium" : "Google Chrome";
  return `${name} ${version}`;
}

async function apt(...args: string[]): Promise<void> {
  const { code, stderr } = await runCommand("apt-get", args, { env: { DEBIAN_FRONTEND: "noninteractive" } });
  if (code !== 0) throw new Error(`apt-get ${args.join(" ")} failed: ${stderr.trim()}\n${howToGetOne}`);
}
