import { expect, it, vi } from "vitest";
import { noPolicy } from "../../../extension/store/company-policy";
import { siteRow, siteRows } from "../../../extension/ui/site-rows";
import type { Situation } from "../../../extension/ui/situation";

vi.mock("wxt/browser", () => ({ browser: {} }));

const acme = "https://acme.atlassian.net";
const on = { off: false, viewsOff: [], lost: false };
const situation = (part: Partial<Situation>): Situation => ({
  settings: { sites: {}, language: null },
  granted: [],
  policy: noPolicy,
  catalog: null,
  ...part,
});

it.each<[string, Partial<Situation>, string]>([
  ["never heard of", {}, "new"],
  ["permitted, though nothing was written of it", { granted: [`${acme}/*`] }, "on"],
  ["turned on", { granted: [`${acme}/*`], settings: { sites: { [acme]: on }, language: null } }, "on"],
  ["under a permission for all", { granted: ["https://*.atlassian.net/*"] }, "on"],
  [
    "turned off",
    { granted: [`${acme}/*`], settings: { sites: { [acme]: { ...on, off: true } }, language: null } },
    "off",
  ],
  ["permitted no more", { settings: { sites: { [acme]: on }, language: null } }, "lost"],
  ["suggested and never turned on", { policy: { ...noPolicy, sites: [acme] } }, "new"],
])("a site that is %s", (_, part, state) => {
  expect(siteRow(acme, situation(part)).state).toBe(state);
});

it("lists each site once, by name, and nothing that is no tracker's", () => {
  const rows = siteRows(
    situation({
      granted: ["https://linear.app/*", "https://api.linear.app/*", `${acme}/*`, "https://example.com/*"],
      settings: {
        sites: { [acme]: on, "https://zoo.atlassian.net": on, "https://evil.com": on },
        language: null,
      },
      policy: { ...noPolicy, sites: ["https://bee.atlassian.net", "https://linear.app"] },
    }),
  );
  expect(rows.map(({ name, state, suggested }) => [name, state, suggested])).toEqual([
    ["acme.atlassian.net", "on", false],
    ["bee.atlassian.net", "new", true],
    ["linear.app", "on", true],
    ["zoo.atlassian.net", "lost", false],
  ]);
});
