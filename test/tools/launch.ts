import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";

export interface LaunchedBrowser {
  context: BrowserContext;
  /** Null where it runs without the extension. */
  extensionId: string | null;
  /** Where the extension lies that it runs, or would lie. */
  loadedFrom: string;
  /** Ends the browser and removes its profile; once is enough, twice does no harm. */
  close(): Promise<void>;
}

/**
 * Starts a browser with a fresh profile and, where `extensionDir` is given, the unpacked extension in it.
 * `flags` are added to the command line: the sandbox's `chromiumFlags`. With `keptIn`, profile and extension live in that
 * folder, which is left as it is at the end: started there again, the browser remembers. With `keepsForFrames` it keeps storage for
 * frames of other sites, as Chrome does where nobody changed it, and Debian's Chromium does not.
 */
export async function launch({
  executablePath,
  extensionDir,
  flags,
  headless,
  keptIn = null,
  keepsForFrames = false,
}: {
  executablePath: string;
  extensionDir: string | null;
  flags: readonly string[];
  headless: boolean;
  keptIn?: string | null;
  keepsForFrames?: boolean;
}): Promise<LaunchedBrowser> {
  const folder = keptIn ?? (await mkdtemp(join(tmpdir(), "plumbline-browser-")));
  const removeFolder = async () =>
    keptIn ?? rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  try {
    // A copy, so that a build made meanwhile does not change the extension under the browser.
    const loaded = join(folder, "extension");
    if (extensionDir !== null) await cp(extensionDir, loaded, { recursive: true });
    if (keepsForFrames) await allowStorageInFrames(join(folder, "profile"));
    const context = await chromium.launchPersistentContext(join(folder, "profile"), {
      executablePath,
      headless,
      // Whoever opens a window ends it at Ctrl-C, so that the folder is removed too.
      handleSIGINT: headless,
      handleSIGTERM: headless,
      args: [
        ...(headless ? ["--headless=new"] : []),
        // Chromium refuses to run as root with its sandbox.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        ...(extensionDir === null
          ? []
          : [`--disable-extensions-except=${loaded}`, `--load-extension=${loaded}`]),
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        ...(headless ? [] : ["--window-size=1440,900"]),
        ...flags,
      ],
      // `flags` may bring an extension of their own.
      ignoreDefaultArgs: ["--disable-extensions"],
      // In a window the page follows the window's size.
      ...(headless ? { viewport: { width: 1440, height: 900 } } : { viewport: null }),
    });
    const close = async () => {
      await context.close();
      await removeFolder();
    };
    try {
      const extensionId = extensionDir === null ? null : await idOfExtension(context);
      if (extensionId !== null) await closeWelcome(context, extensionId);
      return { context, extensionId, loadedFrom: loaded, close };
    } catch (error) {
      await close();
      throw error;
    }
  } catch (error) {
    await removeFolder();
    throw error;
  }
}

async function allowStorageInFrames(profile: string): Promise<void> {
  const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };
  await mkdir(join(profile, "Default"), { recursive: true });
  await writeFile(join(profile, "Default/Preferences"), JSON.stringify(preferences));
}

/** A fresh profile is a first run, which opens a page that no journey but its own wants in its way. */
async function closeWelcome(context: BrowserContext, extensionId: string): Promise<void> {
  const address = `chrome-extension://${extensionId}/welcome.html`;
  const isWelcome = (page: Page) => page.url() === address;
  const opened = context.pages().find(isWelcome);
  const welcome =
    opened ??
    (await context.waitForEvent("page", {
      predicate: async (page) => {
        await page.waitForURL(address);
        return true;
      },
    }));
  await welcome.close();
}

async function idOfExtension(context: BrowserContext): Promise<string> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  return new URL(worker.url()).hostname;
}
