import { z } from "zod";

const named = z.looseObject({ id: z.coerce.string(), key: z.string().min(1) });
const context = z.looseObject({
  accountId: z.string().min(1),
  localId: z.string().default(""),
  locale: z.string().default("en-US"),
  siteUrl: z.url().nullish(),
  extension: z.discriminatedUnion("type", [
    z.looseObject({ type: z.literal("jira:issueContext"), issue: named, project: named }),
    z.looseObject({ type: z.literal("jira:projectPage"), project: named }),
    z.looseObject({ type: z.literal("jira:projectSettingsPage"), project: named }),
    z.looseObject({ type: z.literal("jira:adminPage") }),
    z.looseObject({ type: z.literal("jira:backlogAction"), project: named }),
    z.looseObject({ type: z.literal("jira:sprintAction"), project: named }),
  ]),
});

interface Project {
  id: string;
  key: string;
}
/** Which of the app's pages stands here, and for what. */
export type PlacePage =
  | { page: "issue"; issue: { id: string; key: string }; project: Project }
  | { page: "project" | "settings" | "readiness"; project: Project }
  | { page: "admin" };

/** Where a page of the app stands, and who looks at it. */
export interface Place {
  /** The account id of the person. */
  me: string;
  /** Such as `de` or `en-US`. */
  locale: string;
  /** `https://host` of the site; null: Jira does not say. */
  origin: string | null;
  /** How Jira names the app, where it is deployed, and this module; null: it does not say. */
  module: { app: string; environment: string; key: string } | null;
  at: PlacePage;
}

/** How Forge names a module of an app (reference 2026-11). */
const localId = /^ari:cloud:ecosystem::extension\/([\w-]+)\/([\w-]+)\/static\/([\w-]+)$/;

/** Reads what the frame's host says of itself; null: it is nowhere that the app has a page for. */
export function readPlace(raw: unknown): Place | null {
  const { data } = context.safeParse(raw);
  if (data === undefined) return null;
  const [, app, environment, key] = localId.exec(data.localId) ?? [];
  return {
    me: data.accountId,
    locale: data.locale,
    origin: data.siteUrl ? new URL(data.siteUrl).origin : null,
    module: app && environment && key ? { app, environment, key } : null,
    at: pageOf(data.extension),
  };
}

function pageOf(extension: z.infer<typeof context>["extension"]): PlacePage {
  switch (extension.type) {
    case "jira:issueContext":
      return { page: "issue", issue: short(extension.issue), project: short(extension.project) };
    case "jira:projectPage":
      return { page: "project", project: short(extension.project) };
    case "jira:projectSettingsPage":
      return { page: "settings", project: short(extension.project) };
    case "jira:adminPage":
      return { page: "admin" };
    case "jira:backlogAction":
    case "jira:sprintAction":
      return { page: "readiness", project: short(extension.project) };
  }
}

const short = ({ id, key }: Project): Project => ({ id, key });
