import type { JiraIssueType } from "./records";

const standard: readonly JiraIssueType[] = [
  { id: "10000", name: "Epic", hierarchyLevel: 1 },
  { id: "10001", name: "Story", hierarchyLevel: 0 },
  { id: "10002", name: "Task", hierarchyLevel: 0 },
  { id: "10003", name: "Sub-task", hierarchyLevel: -1 },
  { id: "10004", name: "Bug", hierarchyLevel: 0 },
  { id: "10005", name: "Incident", hierarchyLevel: 0 },
  { id: "10006", name: "Spike", hierarchyLevel: 0 },
  { id: "10007", name: "Initiative", hierarchyLevel: 2 },
];

/**
 * The site's issue types: Jira's usual ones, and for each other name in `tickets` one more.
 * A name is at sub-task level when it says so or when every ticket of that name has a ticket above it.
 */
export function issueTypesFor(
  tickets: readonly { type: string; parentNumber: number | null }[],
): Map<string, JiraIssueType> {
  const types = new Map(standard.map((type) => [type.name, type]));
  const notBelow = new Set(tickets.filter((it) => it.parentNumber === null).map((it) => it.type));
  for (const { type: name } of tickets) {
    if (types.has(name)) continue;
    const below = /sub-?task/i.test(name) || !notBelow.has(name);
    types.set(name, { id: String(10_000 + types.size), name, hierarchyLevel: below ? -1 : 0 });
  }
  return types;
}
