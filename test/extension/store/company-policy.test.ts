import { readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { underPolicy } from "../../../extension/entrypoints/background/obey-policy";
import { chosenLanguage } from "../../../extension/language/languages";
import { lockables, noPolicy, parsePolicy } from "../../../extension/store/company-policy";
import { defaultSettings } from "../../../extension/store/settings";
import { defaultPolicy } from "../../../shared/domain/policy";
import { value } from "../../../shared/domain/result";

vi.mock("wxt/browser", () => ({ browser: {} }));

const acme = "https://acme.atlassian.net";

const no = (message: string) => ({
  kind: "unreadable",
  findings: [{ line: 1, message: expect.stringContaining(message) }],
});

describe("a company's policy is read for what can be understood", () => {
  it.each<[string, unknown, object]>([
    ["nothing", undefined, {}],
    ["an empty one", {}, {}],
    ["no object", "acme.atlassian.net", {}],
    [
      "sites by host or address",
      { sites: ["acme.atlassian.net", "https://linear.app/"] },
      { sites: [acme, "https://linear.app"] },
    ],
    ["sites that are none", { sites: ["example.com", 7, "*.atlassian.net", null] }, {}],
    ["a list that is none", { sites: "acme.atlassian.net", locked: "sites" }, {}],
    ["a language", { language: "de" }, { language: "de" }],
    ["a language that is no text", { language: 7 }, {}],
    ["a gate's policy", { gate: '{"mode":"warn"}' }, { gate: value({ ...defaultPolicy, mode: "warn" }) }],
    ["no gate's policy", { gate: "" }, {}],
    ["a gate's policy that is none", { gate: '{"mode":"sometimes"}' }, { gate: no("mode: ") }],
    ["a gate's policy that is no JSON", { gate: "warn" }, { gate: no("not JSON") }],
    ["a gate's policy that is no text", { gate: { mode: "warn" } }, { gate: no("no text") }],
    [
      "locks, known and unknown",
      { locked: ["views", "sites", "everything"] },
      { locked: ["views", "sites"] },
    ],
  ])("%s", (_, stored, expected) => {
    expect(parsePolicy(stored)).toEqual({ ...noPolicy, ...expected });
  });

  it("has a schema for the browser that names the same settings and locks", () => {
    const { properties } = JSON.parse(readFileSync("extension/public/managed-schema.json", "utf8"));
    expect(Object.keys(properties).sort()).toEqual(Object.keys(noPolicy).sort());
    for (const name of lockables) expect(properties.locked.description).toContain(name);
    // A browser drops the whole policy for one word that a list of words does not hold.
    expect(properties.locked.items).toEqual({ type: "string" });
  });
});

describe("what a company has locked", () => {
  const site = { off: true, viewsOff: ["board" as const], lost: false };
  const settings = { ...defaultSettings, sites: { [acme]: site, "https://linear.app": site } };

  it("is on: its sites, and not those that it does not name", () => {
    const { sites } = underPolicy(settings, { ...noPolicy, sites: [acme], locked: ["sites"] });
    expect([sites[acme]?.off, sites["https://linear.app"]?.off]).toEqual([false, true]);
  });

  it("is on: every view", () => {
    const { sites } = underPolicy(settings, { ...noPolicy, locked: ["views"] });
    expect(Object.values(sites).map(({ viewsOff }) => viewsOff)).toEqual([[], []]);
  });

  it("leaves the settings alone where nothing is locked", () => {
    expect(underPolicy(settings, { ...noPolicy, sites: [acme], language: "de" })).toEqual(settings);
  });
});

describe("the language is", () => {
  it.each<[string | null, string | null, boolean, string | null]>([
    [null, null, false, null],
    ["de", null, false, "de"],
    [null, "de", false, "de"],
    ["en", "de", false, "en"],
    ["en", "de", true, "de"],
    ["en", null, true, null],
    ["tlh", null, false, null],
  ])("of the person %s, of the company %s, locked %s: %s", (mine, theirs, locked, chosen) => {
    const policy = { ...noPolicy, language: theirs, locked: locked ? ["language" as const] : [] };
    expect(chosenLanguage({ sites: {}, language: mine }, policy)).toBe(chosen);
  });
});
