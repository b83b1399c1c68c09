import { jiraApi } from "../../../shared/jira/api";
import type { SweepScopeOf } from "../../../shared/tracker/sweep-port";
import { jiraPage } from "./page";

const projectPath = /^\/jira\/(?:software|core)\/(?:c\/)?projects\/([A-Z][A-Z0-9_]+)(?:\/|$)/;

/** The key of the project that a page is about. */
export const jiraSweepScope: SweepScopeOf = (url) => {
  const key = jiraPage.ownKeyOf(url);
  return projectPath.exec(url.pathname)?.[1] ?? (key && jiraApi.policyScopeOf(key));
};
