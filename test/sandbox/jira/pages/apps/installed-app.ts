import { z } from "zod";
import { pageModules } from "../../../forge/page-modules";

const page = z.object({
  kind: z.enum(pageModules),
  key: z.string(),
  title: z.string(),
  label: z.string().nullable(),
  url: z.url(),
});
export type AppPage = z.infer<typeof page>;

const installed = z.object({
  id: z.string(),
  environment: z.string(),
  pages: z.array(page),
  resources: z.record(z.string(), z.url()),
});
export type InstalledApp = z.infer<typeof installed>;

let known: InstalledApp | null | undefined;

/** The app that is installed on the site, as the document says it; null: none. */
export function installedApp(): InstalledApp | null {
  if (known === undefined) {
    const text = document.getElementById("jira-frontend")?.dataset.app;
    known = text === undefined ? null : installed.parse(JSON.parse(text));
  }
  return known;
}

/** The pages of one kind that the installed app has. */
export const appPages = (kind: AppPage["kind"]): AppPage[] =>
  installedApp()?.pages.filter((it) => it.kind === kind) ?? [];
