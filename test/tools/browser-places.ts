import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/** Where browsers usually are: on the PATH, then where the systems and the test tools' own downloads put them. */
export function browserPlaces(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): string[] {
  const folders = (env.PATH ?? "").split(delimiter).filter(Boolean);
  const onPath =
    platform === "win32" ? [] : folders.flatMap((folder) => names.map((name) => join(folder, name)));
  const places = [...new Set([...onPath, ...usual(platform, env), ...downloaded(platform)])];
  return places.filter((place) => existsSync(place));
}

const names = [
  "chromium",
  "chromium-browser",
  "google-chrome-for-testing",
  "microsoft-edge",
  "microsoft-edge-stable",
  "google-chrome",
  "google-chrome-stable",
];

function usual(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  if (platform === "darwin") {
    const apps = ["Chromium", "Google Chrome for Testing", "Microsoft Edge", "Google Chrome"];
    return ["/Applications", join(homedir(), "Applications")].flatMap((folder) =>
      apps.map((app) => join(folder, `${app}.app/Contents/MacOS/${app}`)),
    );
  }
  if (platform === "win32") {
    const roots = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].filter(
      (it) => it !== undefined,
    );
    const programs = [
      "Chromium\\Application\\chrome.exe",
      "Microsoft\\Edge\\Application\\msedge.exe",
      "Google\\Chrome\\Application\\chrome.exe",
    ];
    return roots.flatMap((root) => programs.map((program) => join(root, program)));
  }
  return [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/snap/bin/chromium",
    "/opt/microsoft/msedge/msedge",
  ];
}

/** Chromium and Chrome for Testing as Playwright and Puppeteer keep them, newest first. */
function downloaded(platform: NodeJS.Platform): string[] {
  if (platform !== "linux") return [];
  const cache = join(homedir(), ".cache");
  return [
    ...inside(join(cache, "ms-playwright"), /^chromium-\d+$/, [
      "chrome-linux64/chrome",
      "chrome-linux/chrome",
    ]),
    ...inside(join(cache, "puppeteer/chrome"), /^linux-/, ["chrome-linux64/chrome"]),
  ];
}

function inside(folder: string, version: RegExp, programs: readonly string[]): string[] {
  if (!existsSync(folder)) return [];
  const versions = readdirSync(folder).filter((name) => version.test(name));
  return versions.toReversed().flatMap((name) => programs.map((program) => join(folder, name, program)));
}
