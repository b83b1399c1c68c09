import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type BuildMode, buildExtension, extensionFolder } from "../tools/build-extension";

type Manifest = Record<string, unknown>;

const hosts = ["https://*.atlassian.net/*", "https://linear.app/*", "https://api.linear.app/*"];
const manifests = {} as Record<BuildMode, Manifest>;

beforeAll(async () => {
  // One after the other: each build takes all the machine has.
  for (const mode of ["production", "sandbox", "edge", "firefox"] as const) {
    manifests[mode] = JSON.parse(readFileSync(join(await buildExtension(mode), "manifest.json"), "utf8"));
  }
}, 300_000);

/** Every key in which two manifests differ, with what each says. */
function differences(left: Manifest, right: Manifest): Record<string, [unknown, unknown]> {
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return Object.fromEntries(
    [...keys]
      .filter((key) => JSON.stringify(left[key]) !== JSON.stringify(right[key]))
      .map((key) => [key, [left[key], right[key]]]),
  );
}

/** The most bytes of each script that is part of every page. */
const budgets = { "gate.js": 8_000, "gate-bridge.js": 14_500, "tracker.js": 45_000 };

it("puts no more into every page than each script's budget", () => {
  const folder = join(extensionFolder("production"), "content-scripts");
  expect(readdirSync(folder).sort()).toEqual(Object.keys(budgets).sort());
  for (const [name, most] of Object.entries(budgets))
    expect(statSync(join(folder, name)).size, name).toBeLessThanOrEqual(most);
});

it("puts into a page on demand what is small enough to go in unnoticed", () => {
  const folder = extensionFolder("production");
  const scripts = readdirSync(folder).filter((name) => name.endsWith(".js") && name !== "background.js");
  expect(scripts).toContain("perform-request.js");
  expect(scripts.filter((name) => statSync(join(folder, name)).size > 16_000)).toEqual([]);
});

describe("the manifest that ships", () => {
  it("asks at install for nothing that the browser warns of", () => {
    const { permissions, host_permissions, content_scripts = [] } = manifests.production;
    expect(permissions).toEqual(["scripting", "storage", "activeTab", "alarms", "contextMenus", "sidePanel"]);
    expect(host_permissions).toBeUndefined();
    expect(content_scripts).toEqual([]);
  });

  it("may ask later for the sites of the trackers, and for nothing else", () => {
    const { optional_host_permissions, optional_permissions } = manifests.production;
    expect(optional_host_permissions).toEqual(hosts);
    expect(optional_permissions).toBeUndefined();
  });

  it("opens the statement form alone, to pages of the trackers alone, by an address that nobody can guess", () => {
    expect(manifests.production.web_accessible_resources).toEqual([
      {
        resources: ["capture.html"],
        matches: ["https://*.atlassian.net/*", "https://linear.app/*"],
        use_dynamic_url: true,
      },
    ]);
    expect(manifests.production).not.toHaveProperty("externally_connectable");
  });

  it("differs from the sandbox's in the granted hosts alone", () => {
    expect(differences(manifests.production, manifests.sandbox)).toEqual({
      host_permissions: [undefined, hosts],
      optional_host_permissions: [hosts, undefined],
    });
  });

  it("is the same for Edge", () => {
    expect(differences(manifests.production, manifests.edge)).toEqual({});
  });

  it("differs for Firefox in what Firefox does otherwise, and asks for no more", () => {
    const { background, storage, permissions, side_panel } = manifests.production;
    expect(differences(manifests.production, manifests.firefox)).toEqual({
      background: [background, { type: "module", scripts: ["background.js"] }],
      storage: [storage, undefined],
      permissions: [permissions, (permissions as string[]).filter((it) => it !== "sidePanel")],
      side_panel: [side_panel, undefined],
      web_accessible_resources: [manifests.production.web_accessible_resources, undefined],
      sidebar_action: [undefined, { default_panel: "sidepanel.html", default_title: "Plumbline" }],
      browser_specific_settings: [
        undefined,
        {
          gecko: {
            id: "plumbline@plumbline.example",
            strict_min_version: "140.0",
            data_collection_permissions: { required: ["none"] },
          },
          gecko_android: { strict_min_version: "142.0" },
        },
      ],
    });
  });
});
