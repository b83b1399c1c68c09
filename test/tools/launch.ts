import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";

export interface LaunchedBrowser {
  context: BrowserContext;
  /** Null where it runs without the extension. */
  extensionId: string | null;
  /** Ends the browser and removes its profile; once is enough, twice does no harm. */
  close(): Promise<void>;
}

/**
 * Starts a browser with a fresh profile and, where `extensionDir` is given, the unpacked extension in it.
 * `flags` are added to the command line: the sandbox's `chromiumFlags`.
 */
export async function launch({
  executablePath,
  extensionDir,
  flags,
  headless,
}: {
  executablePath: string;
  extensionDir: string | null;
  flags: readonly string[];
  headless: boolean;
}): Promise<LaunchedBrowser> {
  const profile = await mkdtemp(join(tmpdir(), "plumbline-profile-"));
  const removeProfile = () => rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  try {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      headless,
      // Whoever launches ends it, so that the profile is removed too.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      args: [
        ...(headless ? ["--headless=new"] : []),
        // Chromium refuses to run as root with its sandbox.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        ...(extensionDir === null
          ? []
          : [`--disable-extensions-except=${extensionDir}`, `--load-extension=${extensionDir}`]),
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        ...flags,
      ],
      ignoreDefaultArgs: extensionDir === null ? [] : ["--disable-extensions"],
      // In a window the page follows the window's size.
      ...(headless ? { viewport: { width: 1440, height: 900 } } : { viewport: null }),
    });
    const extensionId = extensionDir === null ? null : await idOfExtension(context);
    return {
      context,
      extensionId,
      async close() {
        await context.close();
        await removeProfile();
      },
    };
  } catch (error) {
    await removeProfile();
    throw error;
  }
}

async function idOfExtension(context: BrowserContext): Promise<string> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  return new URL(worker.url()).hostname;
}
