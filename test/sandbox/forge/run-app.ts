import { join } from "node:path";
import type { Handler } from "../handler";
import { jiraApi } from "../jira/api";
import type { JiraSite } from "../jira/site";
import { type InstalledApp, installedApp, resourceFolders } from "./app-install";
import { frameFiles } from "./frame-files";
import { forgeFrontEnd } from "./front-end";
import { readManifest } from "./manifest";
import { ForgePlatform } from "./platform";

/** How often it is looked whether something is due. */
const tickMs = 200;

/** The app of this project, installed on a site of the sandbox. */
export interface RunningApp {
  platform: ForgePlatform;
  app: InstalledApp;
  /** What Jira's pages ask of the platform, and the files that are shown in frames. */
  frontEnd: Handler;
  files: Handler;
}

/**
 * Runs the app by the real clock until `signal` ends it: events reach it a second after the change, the hourly trigger every hour. Its
 * pages are those that were built last.
 */
export function runApp(site: JiraSite, folder: string, signal: AbortSignal): RunningApp {
  const manifest = readManifest(folder);
  const platform = new ForgePlatform({
    ...{ site, manifest, jira: jiraApi(site) },
    // Its modules are loaded once; an instance of the platform's lives as long.
    load: async () => ({ ...(await import(join(folder, "src/index.ts"))) }),
    clock: { now: Date.now, moveTo: () => {} },
  });
  platform.listen(signal);
  platform.validateTransitions();
  let isRunning = false;
  const timer = setInterval(() => {
    if (isRunning) return;
    isRunning = true;
    platform
      .pass(0)
      .catch((error: unknown) => platform.failures.push(String(error)))
      .finally(() => {
        isRunning = false;
      });
  }, tickMs);
  signal.addEventListener("abort", () => clearInterval(timer), { once: true });
  return {
    platform,
    app: installedApp(manifest),
    frontEnd: forgeFrontEnd(site, platform),
    files: frameFiles(resourceFolders(folder, manifest), site.baseUrl),
  };
}
