import type { SourceFile } from "./source-file";

/** A rule of the layout: what it says, and the places that break it, each `file: what is wrong`. */
export interface Rule {
  says: string;
  broken(sources: readonly SourceFile[]): string[];
}

/** Who may not import what, in one step; types count too. */
function noImport(says: string, from: RegExp, forbidden: RegExp): Rule {
  return {
    says,
    broken: (sources) =>
      sources
        .filter(({ path }) => from.test(path))
        .flatMap(({ path, imports }) =>
          imports.filter(({ to }) => forbidden.test(to)).map(({ to }) => `${path}: imports ${to}`),
        ),
  };
}

/** What may not be bundled into an entry point, over however many steps; types are not bundled. */
function noReach(says: string, entry: RegExp, forbidden: RegExp): Rule {
  return {
    says,
    broken(sources) {
      const byPath = new Map(sources.map((source) => [source.path, source]));
      return sources
        .filter(({ path }) => entry.test(path))
        .flatMap(({ path }) => reach(byPath, path, forbidden));
    },
  };
}

/** Breadth first, so that the chain told is a shortest one. */
function reach(sources: ReadonlyMap<string, SourceFile>, entry: string, forbidden: RegExp): string[] {
  const chains = new Map([[entry, entry]]);
  const found: string[] = [];
  for (const [path, chain] of chains) {
    for (const { to, typeOnly } of sources.get(path)?.imports ?? []) {
      if (typeOnly || chains.has(to)) continue;
      chains.set(to, `${chain} -> ${to}`);
      if (forbidden.test(to)) found.push(`${entry}: ${chain} -> ${to}`);
    }
  }
  return found;
}

const packageNamed = (...names: string[]) => new RegExp(`^(${names.join("|")})(/|$)`);
const react = packageNamed("react", "react-dom", "@atlaskit");
// A path of this project names its top folder first; a package never does.
const outsideDomain = /^(?!shared\/domain\/|zod(\/|$)|@noble\/hashes(\/|$))/;
const hostMarkup =
  /data-testid|data-test-id|data-component-selector|data-list-|data-board-item|data-view-id|\/browse\//;

/** The rules of the layout that imports and literals can show. */
export const rules: readonly Rule[] = [
  noImport("extension imports neither forge-app nor test", /^extension\//, /^(forge-app|test)\//),
  noImport("forge-app imports neither extension nor test", /^forge-app\//, /^(extension|test)\//),
  noImport("shared imports none of its users", /^shared\//, /^(extension|forge-app|test)\//),
  noImport("shared/domain imports only zod, @noble/hashes and itself", /^shared\/domain\//, outsideDomain),
  noImport(
    "shared/jira imports only zod, what every tracker is, shared/domain and itself",
    /^shared\/jira\//,
    /^(?!shared\/(domain|jira|outbox|tracker)\/|zod(\/|$))/,
  ),
  noImport(
    "shared/ui knows its host by the port alone",
    /^shared\/ui\//,
    /^shared\/(desk|gate|jira|outbox|tracker)\//,
  ),
  noImport("only forge-app/src/jira asks Jira", /^forge-app\/src\/(?!jira\/)/, packageNamed("@forge/api")),
  noImport("only forge-app/src/storage keeps", /^forge-app\/src\/(?!storage\/)/, packageNamed("@forge/kvs")),
  noImport(
    "only forge-app/ui/main.tsx asks the frame's host",
    /^(?!forge-app\/ui\/main\.tsx$)/,
    packageNamed("@forge/bridge"),
  ),
  noImport("only forge-app and its sandbox import Forge", /^(?!forge-app\/|test\/)/, packageNamed("@forge")),
  noImport("nothing outside test imports test", /^(?!test\/)/, /^test\//),
  noImport("only extension/store imports Dexie", /^(?!extension\/store\/|test\/)/, packageNamed("dexie")),
  noImport(
    "no React in content scripts, badges, trackers and messaging",
    /^extension\/(entrypoints\/[^/]+\.content|badge|trackers|messaging)\//,
    react,
  ),
  noReach(
    "no content script bundles React, zod or Dexie",
    /^extension\/entrypoints\/[^/]+\.content(\/index)?\.tsx?$/,
    packageNamed("react", "react-dom", "@atlaskit", "zod", "dexie"),
  ),
  noReach(
    "the page-world gate uses no extension API",
    /^extension\/entrypoints\/gate\.content(\/index)?\.tsx?$/,
    packageNamed("wxt/browser", "@webext-core", "webextension-polyfill"),
  ),
  noImport(
    "trackers do not know each other: jira",
    /^(extension\/trackers|test\/sandbox)\/jira\//,
    /\/linear\//,
  ),
  noImport(
    "trackers do not know each other: linear",
    /^(extension\/trackers|test\/sandbox)\/linear\//,
    /\/jira\//,
  ),
  {
    says: "only extension/trackers and shared/jira know the hosts' markup and routes",
    broken: (sources) =>
      sources
        .filter(({ path }) => /^(extension|shared)\/(?!trackers\/|jira\/)/.test(path))
        .flatMap(({ path, literals }) =>
          literals.filter((it) => hostMarkup.test(it)).map((it) => `${path}: says ${JSON.stringify(it)}`),
        ),
  },
  {
    says: "no barrels: a file that only re-exports hides where things are",
    broken: (sources) =>
      sources.filter(({ onlyReExports }) => onlyReExports).map(({ path }) => `${path}: only re-exports`),
  },
];
