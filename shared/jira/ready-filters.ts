/** Searches that people begin with. */
export const readyFilterNames = ["orphans", "unsigned-in-open-sprints", "waiting-for-me"] as const;
export interface ReadyFilter {
  name: (typeof readyFilterNames)[number];
  jql: string;
}

/** Standings of tickets that would be kept out; `exempt` and `signed` would not. */
const notSigned = ["missing", "incomplete", "unsigned", "partial", "stale"];

/**
 * Searches over what the app notes beside tickets, for links to Jira's own search: nobody needs a right to make filters for them. They
 * find what the app has looked at, which is what is or was in open and future sprints. `project` is a key.
 */
export function readyFilters(project: string): ReadyFilter[] {
  const here = `project = "${project.replace(/["\\]/g, "\\$&")}"`;
  const unsigned = `plumblineStanding in (${notSigned.join(", ")})`;
  return [
    { name: "orphans", jql: `${here} AND plumblineLink = orphan AND statusCategory != Done` },
    { name: "unsigned-in-open-sprints", jql: `${here} AND sprint in openSprints() AND ${unsigned}` },
    { name: "waiting-for-me", jql: `${here} AND plumblineWaitingFor = currentUser()` },
  ];
}
