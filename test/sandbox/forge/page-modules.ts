/** The kinds of modules that have a page in a frame. */
export const pageModules = [
  "jira:issueContext",
  "jira:projectPage",
  "jira:projectSettingsPage",
  "jira:adminPage",
  "jira:sprintAction",
  "jira:backlogAction",
] as const;
export type PageModule = (typeof pageModules)[number];
