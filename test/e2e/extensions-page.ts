import type { Page } from "playwright-core";
import type { Journey } from "./harness";

interface DeveloperPrivate {
  updateExtensionConfiguration(change: { extensionId: string; hostAccess: string }): Promise<void>;
  addHostPermission(extensionId: string, host: string): Promise<void>;
  removeHostPermission(extensionId: string, host: string): Promise<void>;
}

/** The browser's own page of extensions, where a person gives and takes access to sites without the extension. */
export interface ExtensionsPage {
  /** Takes all sites away that are not given one by one. */
  onSpecificSitesOnly(): Promise<void>;
  give(host: string): Promise<void>;
  take(host: string): Promise<void>;
  close(): Promise<void>;
}

export async function openExtensionsPage({ context, extensionId }: Journey): Promise<ExtensionsPage> {
  const page: Page = await context.newPage();
  await page.goto("chrome://extensions/");
  const call = (name: keyof DeveloperPrivate, ...args: unknown[]) =>
    page.evaluate(
      ([name, args]) => {
        const { developerPrivate } = chrome as unknown as {
          developerPrivate: Record<string, CallableFunction>;
        };
        return developerPrivate[name]?.(...args) as Promise<void>;
      },
      [name, args] as const,
    );
  return {
    onSpecificSitesOnly: () =>
      call("updateExtensionConfiguration", { extensionId, hostAccess: "ON_SPECIFIC_SITES" }),
    give: (host) => call("addHostPermission", extensionId, host),
    take: (host) => call("removeHostPermission", extensionId, host),
    close: () => page.close(),
  };
}
