import { readIssueDetail, readNotifications, readProjectDetail } from "./detail-responses";
import type { IssueDetail, Notification, ProjectDetail } from "./model";
import { issueDetailQuery, matchingIssuesQuery, notificationsQuery, projectDetailQuery } from "./queries";
import { readMatchingIssues } from "./responses";

/** What a single page asks for itself. All reject where the answer cannot be had or read. */
export interface Questions {
  detail(issueId: string): Promise<IssueDetail>;
  projectDetail(projectId: string): Promise<ProjectDetail>;
  /** The ids of the issues that pass an `IssueFilter`, as the server sees them. */
  matching(filter: Readonly<Record<string, unknown>>): Promise<ReadonlySet<string>>;
  /** The viewer's inbox, newest first. */
  notifications(): Promise<readonly Notification[]>;
}

/** `ask` gives the data of an answer. */
export function createQuestions(
  ask: (query: string, variables?: Record<string, unknown>) => Promise<unknown>,
): Questions {
  return {
    detail: async (issueId) => readIssueDetail(await ask(issueDetailQuery, { id: issueId })),
    projectDetail: async (projectId) => readProjectDetail(await ask(projectDetailQuery, { id: projectId })),
    async matching(filter) {
      const found = new Set<string>();
      let after: string | null = null;
      do {
        const page = readMatchingIssues(await ask(matchingIssuesQuery, { filter, after }));
        for (const id of page.ids) found.add(id);
        after = page.next;
      } while (after !== null);
      return found;
    },
    notifications: async () => readNotifications(await ask(notificationsQuery)),
  };
}
