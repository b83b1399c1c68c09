import type { WireIssue, WirePerson, WireReference, WireSprint, WireStatus } from "../pages/wire";
import { canSee } from "../permissions";
import type { JiraIssue, JiraSprint, JiraStatus, JiraUser } from "../records";
import type { JiraSite } from "../site";

export const wirePerson = ({ accountId, displayName }: JiraUser): WirePerson => ({ accountId, displayName });

export const wireStatus = ({ id, name, category }: JiraStatus): WireStatus => ({
  id,
  name,
  category: category.key,
});

export const wireReference = ({ id, key, summary, type }: JiraIssue): WireReference => ({
  id,
  key,
  summary,
  typeName: type.name,
  hierarchyLevel: type.hierarchyLevel,
});

const states = { active: "ACTIVE", future: "FUTURE", closed: "CLOSED" } as const;

export const wireSprint = ({ id, name, state, startDate, endDate, goal }: JiraSprint): WireSprint => ({
  id,
  name,
  state: states[state],
  startDate,
  endDate,
  goal,
});

/** How many children each issue has, by id; counted once for a whole answer. */
function childCounts(site: JiraSite): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { parentId } of site.issues.values()) {
    if (parentId !== null) counts.set(parentId, (counts.get(parentId) ?? 0) + 1);
  }
  return counts;
}

/** A function that turns the site's issues into what the pages read, as one person may see them. */
export function wireIssuesFor(site: JiraSite, user: JiraUser): (issue: JiraIssue) => WireIssue {
  const counts = childCounts(site);
  return (issue) => {
    const parent = issue.parentId === null ? undefined : site.issues.get(issue.parentId);
    return {
      ...wireReference(issue),
      status: wireStatus(issue.status),
      priorityName: issue.priority.name,
      assignee: issue.assignee && wirePerson(issue.assignee),
      parent: parent && canSee(site, user, parent) ? wireReference(parent) : null,
      sprintIds: issue.sprintIds,
      estimateStatistic: { statFieldValue: { value: issue.points } },
      labels: issue.labels,
      dueDate: issue.dueDate,
      done: issue.status.category.key === "done",
      children: counts.get(issue.id) ?? 0,
    };
  };
}
