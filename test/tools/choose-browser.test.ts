import { describe, expect, it } from "vitest";
import { type BrowserKind, chooseBrowser, type FoundBrowser, identifyBrowser } from "./choose-browser";

describe("identifyBrowser", () => {
  it.each([
    ["Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)", "chromium", "156.0.8078.79"],
    ["Chromium 140.0.7339.80 snap", "chromium", "140.0.7339.80"],
    ["Google Chrome for Testing 141.0.7390.37", "chrome-for-testing", "141.0.7390.37"],
    ["Microsoft Edge 142.0.3595.53", "edge", "142.0.3595.53"],
    ["Google Chrome 137.0.7151.55 unknown", "chrome", "137.0.7151.55"],
  ])("reads %j", (printed, kind, version) => {
    expect(identifyBrowser(printed)).toEqual({ kind, version });
  });

  it.each(["", "Mozilla Firefox 145.0", "bash: no such file", "Chromium"])(
    "knows nothing of %j",
    (printed) => {
      expect(identifyBrowser(printed)).toBeNull();
    },
  );
});

describe("chooseBrowser", () => {
  const browser = (kind: BrowserKind, version = "150.0.1.2", asked = false): FoundBrowser => ({
    path: `/bin/${kind}`,
    kind,
    version,
    asked,
  });
  const chromium = browser("chromium");
  const testing = browser("chrome-for-testing");
  const edge = browser("edge");
  const newChrome = browser("chrome", "137.0.7151.55");
  const oldChrome = browser("chrome", "136.0.7103.113");

  it.each<[string, FoundBrowser[], FoundBrowser | null, number]>([
    ["nothing there", [], null, 0],
    ["Chromium before all others", [edge, testing, chromium], chromium, 0],
    ["Chrome for Testing before Edge", [edge, testing], testing, 0],
    ["Edge where it is all there is", [edge], edge, 0],
    ["branded Chrome of 137 and later is no use, and said", [newChrome], null, 1],
    ["branded Chrome before 137 works", [oldChrome], oldChrome, 0],
    ["something else beside a new Chrome", [newChrome, edge], edge, 1],
    ["what was asked for", [chromium, { ...edge, asked: true }], { ...edge, asked: true }, 0],
    ["another one where what was asked for cannot", [{ ...newChrome, asked: true }, chromium], chromium, 1],
  ])("%s", (_, found, chosen, notices) => {
    const choice = chooseBrowser(found);
    expect(choice.browser).toEqual(chosen);
    expect(choice.notices).toHaveLength(notices);
    for (const notice of choice.notices) expect(notice).toMatch(/Google Chrome 137.*--load-extension/);
  });
});
