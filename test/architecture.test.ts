import { describe, expect, it } from "vitest";
import { rules } from "./architecture/rules";
import { parseSource, readSources } from "./architecture/source-file";
import { projectRoot } from "./tools/build-extension";

const sources = readSources(projectRoot, ["extension", "forge-app", "shared", "test"]);

describe("the project keeps the layout", () => {
  it("has files to look at", () => {
    expect(sources.length).toBeGreaterThan(50);
  });

  it.each(rules.map((rule) => [rule.says, rule] as const))("%s", (says, rule) => {
    expect(rule.broken(sources), `Broken rule: ${says}`).toEqual([]);
  });
});

/** A small project that keeps every rule, for each rule to be broken in. */
const sound: Record<string, string> = {
  "shared/domain/issue.ts": 'import { z } from "zod";\nexport const issue = z.object({});',
  "shared/ui/panel.tsx": 'import { issue } from "../domain/issue";\nimport "react";\nexport const x = issue;',
  "extension/store/database.ts": 'import Dexie from "dexie";\nexport const open = () => new Dexie("x");',
  "extension/trackers/jira/selectors.ts": "export const row = '[data-testid=\"row\"]';",
  "extension/trackers/linear/page.ts": "export const page = 1;",
  "extension/entrypoints/tracker.content/index.ts":
    'import type { issue } from "../../../shared/domain/issue";\nimport { step } from "../../badge/step";\nexport type I = typeof issue;',
  "extension/badge/step.ts": "export const step = 1;",
  "extension/entrypoints/gate.content/index.ts": "export const gate = 1;",
  "extension/entrypoints/options/main.tsx": 'import "react-dom/client";\nexport const x = 1;',
  "forge-app/src/index.ts": 'import { issue } from "../../shared/domain/issue";\nexport const x = issue;',
  "test/sandbox/jira/site.ts":
    'import { issue } from "../../../shared/domain/issue";\nexport const x = issue;',
  "wxt.config.ts": 'import { page } from "./extension/trackers/linear/page";\nexport default page;',
};

function brokenIn(files: Record<string, string>): string[] {
  const parsed = Object.entries(files).map(([path, text]) => parseSource(path, text, (it) => it in files));
  return rules.filter((rule) => rule.broken(parsed).length > 0).map(({ says }) => says);
}

describe("the rules", () => {
  it("are kept by a sound project", () => {
    expect(brokenIn(sound)).toEqual([]);
  });

  it.each<[string, string, string]>([
    ["extension imports neither", "extension/badge/a.ts", 'import "../../forge-app/src/index";'],
    [
      "extension imports neither",
      "extension/badge/a.ts",
      'import type { X } from "../../test/sandbox/jira/site";',
    ],
    ["forge-app imports neither", "forge-app/src/a.ts", 'import "../../extension/badge/step";'],
    ["shared imports none", "shared/ui/a.ts", 'import { step } from "../../extension/badge/step";'],
    ["shared/domain imports only", "shared/domain/a.ts", 'import { x } from "../ui/panel";'],
    ["shared/domain imports only", "shared/domain/a.ts", 'import { readFileSync } from "node:fs";'],
    ["shared/domain imports only", "shared/domain/a.ts", 'export { x } from "zodiac";'],
    ["shared/jira imports only", "shared/jira/a.ts", 'import { x } from "../ui/panel";'],
    ["only forge-app/src/jira asks", "forge-app/src/jobs/a.ts", 'import api from "@forge/api";'],
    ["only forge-app/src/storage keeps", "forge-app/src/jira/a.ts", 'import kvs from "@forge/kvs";'],
    ["shared/ui knows its host", "shared/ui/a.ts", 'import { x } from "../jira/api";'],
    ["only forge-app/ui/main.tsx asks", "shared/ui/a.ts", 'import { view } from "@forge/bridge";'],
    ["only forge-app/ui/main.tsx asks", "forge-app/ui/a.ts", 'import { view } from "@forge/bridge";'],
    ["only forge-app and its sandbox", "shared/ui/a.ts", 'import { Queue } from "@forge/events";'],
    ["nothing outside test", "wxt.config.ts", 'import "./test/sandbox/jira/site";'],
    ["only extension/store imports Dexie", "extension/badge/a.ts", 'const d = await import("dexie");'],
    ["no React in", "extension/messaging/a.ts", 'import { createElement } from "react";'],
    ["no React in", "extension/entrypoints/tracker.content/a.ts", 'import type { ReactNode } from "react";'],
    [
      "no content script bundles",
      "extension/badge/step.ts",
      'import { issue } from "../../shared/domain/issue";',
    ],
    [
      "no content script bundles",
      "extension/badge/step.ts",
      'import { type A } from "../../shared/domain/issue";',
    ],
    [
      "the page-world gate",
      "extension/entrypoints/gate.content/index.ts",
      'import { browser } from "wxt/browser";',
    ],
    ["trackers do not know each other: jira", "extension/trackers/jira/a.ts", 'import "../linear/page";'],
    [
      "trackers do not know each other: linear",
      "extension/trackers/linear/a.ts",
      'import "../jira/selectors";',
    ],
    [
      "only extension/trackers and shared/jira know",
      "extension/badge/a.ts",
      'const selector = `a[href*="/browse/"]`;',
    ],
    [
      "only extension/trackers and shared/jira know",
      "extension/badge/a.ts",
      "const s = `[data-testid=$" + "{id}]`;",
    ],
    ["no barrels", "shared/domain/index.ts", 'export { issue } from "./issue";\nexport * from "./issue";'],
  ])("%s… fails where %s says %j", (says, path, text) => {
    const broken = brokenIn({ ...sound, [path]: text });
    expect(broken.filter((rule) => rule.startsWith(says))).toHaveLength(1);
  });
});
