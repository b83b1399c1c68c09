import { z } from "zod";
import { sprintField } from "../fields";
import { getIssue } from "../get-issue";
import type { IssueView } from "../pages/wire";
import { canSee } from "../permissions";
import type { JiraIssue, JiraUser } from "../records";
import type { JiraSite } from "../site";
import { openSprintOf } from "../sprints";
import { statuses } from "../workflow";
import { linkMentions, mentionedKeys, nameMentions } from "./mentions";
import { wireIssuesFor, wirePerson, wireReference, wireSprint, wireStatus } from "./wire-issue";

/** What is above an issue and may be seen, highest first; a loop in the data ends it. */
function ancestorsOf(site: JiraSite, user: JiraUser, issue: JiraIssue): JiraIssue[] {
  const above: JiraIssue[] = [];
  let next = issue.parentId === null ? undefined : site.issues.get(issue.parentId);
  while (next && next !== issue && !above.includes(next) && canSee(site, user, next)) {
    above.unshift(next);
    next = next.parentId === null ? undefined : site.issues.get(next.parentId);
  }
  return above;
}

const statusKey = /^com\.atlassian\.jira\.issue:([^:]+:[^:]+):status$/;
const appStatus = z.object({
  type: z.literal("lozenge"),
  value: z.object({ label: z.string().min(1), type: z.string().default("default") }),
});

/** What apps show beside their closed panels; what is malformed is not shown. */
const appStatusesOf = ({ properties }: JiraIssue): IssueView["appStatuses"] =>
  Object.fromEntries(
    [...properties].flatMap(([key, raw]) => {
      const module = statusKey.exec(key)?.[1];
      const status = appStatus.safeParse(raw).data?.value;
      return module === undefined || status === undefined ? [] : [[module, status]];
    }),
  );

/** Everything that the issue view shows; null where there is no such issue, or none that this person may see. */
export function issueViewOf(site: JiraSite, user: JiraUser, idOrKey: string): IssueView | null {
  const found = getIssue(site, user, idOrKey);
  if (!found.ok) return null;
  const issue = found.value;
  const wire = wireIssuesFor(site, user);
  const exists = (key: string) => getIssue(site, user, key).ok;
  const nameOf = (accountId: string) => site.users.find((it) => it.accountId === accountId)?.displayName;
  const mentioned = issue.description ? mentionedKeys(issue.description) : [];
  const linked = mentioned.flatMap((key) => {
    const other = getIssue(site, user, key);
    return other.ok && other.value !== issue ? [other.value] : [];
  });
  const sprint = openSprintOf(site, issue);
  return {
    ...wire(issue),
    projectId: issue.projectId,
    projectName: site.projects.find((project) => project.id === issue.projectId)?.name ?? "",
    ancestors: ancestorsOf(site, user, issue).map(wireReference),
    description: issue.description && nameMentions(linkMentions(issue.description, exists), nameOf),
    reporter: wirePerson(issue.reporter),
    sprint: sprint && wireSprint(sprint),
    sprintFieldId: Number(sprintField.slice("customfield_".length)),
    childIssues: site
      .childrenOf(issue)
      .filter((child) => canSee(site, user, child))
      .map(wire),
    linkedIssues: [...new Set(linked)].map(wire),
    comments: issue.comments.toReversed().map(({ id, author, body, created }) => ({
      id,
      author: wirePerson(author),
      body: nameMentions(linkMentions(body, exists), nameOf),
      created,
    })),
    statuses: Object.values(statuses).map(wireStatus),
    appStatuses: appStatusesOf(issue),
    created: issue.created,
    updated: issue.updated,
  };
}
