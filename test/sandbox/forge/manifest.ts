import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

const filter = z.strictObject({
  ignoreSelf: z.boolean().default(false),
  expression: z.string().optional(),
  onError: z.enum(["IGNORE", "IGNORE_AND_LOG", "RECEIVE", "RECEIVE_AND_LOG"]).default("IGNORE_AND_LOG"),
});

/** A page of the app: what it is called and whose resource is shown in its frame. */
const page = z.looseObject({
  key: z.string(),
  title: z.string(),
  resource: z.string(),
  /** The function that answers what the page asks of the app. */
  resolver: z.strictObject({ function: z.string() }),
});
const pages = z.array(page).default([]);
const context = z.array(page.extend({ label: z.string() })).default([]);
/** Jira opens it over the list. */
const action = z.array(page.extend({ actionType: z.literal("modal") })).default([]);

/** A manifest as far as the platform here goes; a module that it does not know fails. */
const manifest = z.strictObject({
  app: z.looseObject({ id: z.string() }),
  permissions: z.strictObject({ scopes: z.array(z.string()) }),
  modules: z.strictObject({
    "jira:issueContext": context,
    "jira:projectPage": pages,
    "jira:projectSettingsPage": pages,
    "jira:adminPage": pages,
    "jira:sprintAction": action,
    "jira:backlogAction": action,
    "jira:workflowValidator": z.array(z.looseObject({ key: z.string(), function: z.string() })),
    "jira:entityProperty": z.array(
      z.strictObject({
        key: z.string(),
        entityType: z.literal("issue"),
        propertyKey: z.string(),
        values: z.array(
          z.strictObject({
            path: z.string(),
            type: z.enum(["number", "string", "text", "user", "date"]),
            searchAlias: z.string().optional(),
          }),
        ),
      }),
    ),
    "jira:projectPermission": z.array(z.looseObject({ key: z.string() })),
    trigger: z.array(
      z.strictObject({
        key: z.string(),
        function: z.string(),
        events: z.array(z.string()),
        filter: filter.prefault({}),
      }),
    ),
    scheduledTrigger: z.array(
      z.strictObject({ key: z.string(), function: z.string(), interval: z.literal("hour") }),
    ),
    consumer: z.array(z.strictObject({ key: z.string(), queue: z.string(), function: z.string() })),
    function: z.array(
      z.strictObject({
        key: z.string(),
        handler: z.string().regex(/^index\.\w+$/),
        timeoutSeconds: z.number().optional(),
      }),
    ),
  }),
  resources: z.array(z.strictObject({ key: z.string(), path: z.string() })).default([]),
});
export type Manifest = z.infer<typeof manifest>;

/** The manifest of the app in a folder. */
export const readManifest = (folder: string): Manifest =>
  manifest.parse(parse(readFileSync(join(folder, "manifest.yml"), "utf8")));
