/** A browser program found on this machine. */
export interface FoundBrowser {
  path: string;
  kind: BrowserKind;
  /** For example `156.0.8078.79`. */
  version: string;
  /** The person asked for this one, by CHROME_PATH. */
  asked: boolean;
}

/** In the order of preference. */
export const browserKinds = ["chromium", "chrome-for-testing", "edge", "chrome"] as const;
export type BrowserKind = (typeof browserKinds)[number];

/** What cannot load an unpacked extension from the command line is told in `notices`, one sentence each. */
export interface BrowserChoice {
  browser: FoundBrowser | null;
  notices: string[];
}

// Branded Chrome removed --load-extension in version 137 (chromium-extensions group, 2025-04).
const firstWithoutLoadExtension = 137;

/** The kind and version in what `--version` printed; null where that is no browser that we know. */
export function identifyBrowser(printed: string): Pick<FoundBrowser, "kind" | "version"> | null {
  const version = /\b\d+(\.\d+){3}\b/.exec(printed)?.[0];
  if (version === undefined) return null;
  if (/Chrome for Testing/i.test(printed)) return { kind: "chrome-for-testing", version };
  if (/Chromium/i.test(printed)) return { kind: "chromium", version };
  if (/Edge/i.test(printed)) return { kind: "edge", version };
  if (/Chrome/i.test(printed)) return { kind: "chrome", version };
  return null;
}

/** The browser to use: what was asked for where it can load the extension, else the best kind of the rest. */
export function chooseBrowser(found: readonly FoundBrowser[]): BrowserChoice {
  const usable = found.filter(loadsExtensions);
  const notices = found
    .filter((it) => !loadsExtensions(it))
    .map(
      (it) =>
        `${it.path} is Google Chrome ${it.version}, which ignores --load-extension since 137: not used.`,
    );
  const [best] = usable.toSorted((a, b) => rankOf(a) - rankOf(b));
  return { browser: best ?? null, notices };
}

const loadsExtensions = ({ kind, version }: FoundBrowser): boolean =>
  kind !== "chrome" || Number.parseInt(version, 10) < firstWithoutLoadExtension;

const rankOf = (it: FoundBrowser): number => (it.asked ? -1 : browserKinds.indexOf(it.kind));
