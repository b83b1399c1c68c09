import { join } from "node:path";
import type { Manifest } from "./manifest";
import { type PageModule, pageModules } from "./page-modules";

/** A page that an installed app has in Jira, as Jira's own pages need to know it. */
export interface AppPage {
  kind: PageModule;
  key: string;
  title: string;
  /** What stands on the closed panel of an issue; null: it is no such panel. */
  label: string | null;
  /** The address of the frame. */
  url: string;
}

/** An app as Jira's pages know it. */
export interface InstalledApp {
  id: string;
  environment: string;
  pages: AppPage[];
  /** The addresses of what a page may open in a dialog, by the resource's key. */
  resources: Record<string, string>;
}

/** Where the platform serves the files of apps: a host of each app's own, so that the browser keeps it apart from Jira (2026-11). */
export const frameHost = "plumbline.cdn.prod.atlassian-dev.net";
/** What the platform calls where an app is deployed. */
const environment = "6d1f7a52-0c3e-4b8d-9a47-5e2b1c0d9f38";

/** The id in an app's full name. */
const idIn = ({ app }: Manifest): string => app.id.slice(app.id.lastIndexOf("/") + 1);

/** The folders of an app's resources by their keys. */
export const resourceFolders = (folder: string, { resources }: Manifest): Map<string, string> =>
  new Map(resources.map(({ key, path }) => [key, join(folder, path)]));

const addressOf = (resource: string) => `https://${frameHost}/${resource}/index.html`;

/** What Jira's pages are told of an app that is installed. */
export const installedApp = (manifest: Manifest): InstalledApp => ({
  id: idIn(manifest),
  environment,
  resources: Object.fromEntries(manifest.resources.map(({ key }) => [key, addressOf(key)])),
  pages: pageModules.flatMap((kind) =>
    manifest.modules[kind].map(({ key, title, label, resource }) => ({
      ...{ kind, key, title, url: addressOf(resource) },
      label: typeof label === "string" ? label : null,
    })),
  ),
});

/** How the platform names a module of an app (reference 2026-11). */
export const localIdOf = ({ id, environment }: InstalledApp, module: string): string =>
  `ari:cloud:ecosystem::extension/${id}/${environment}/static/${module}`;
