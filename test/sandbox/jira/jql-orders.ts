import { projectKeyOf } from "./issue-keys";
import type { JiraIssue } from "./records";

const keyOrder = ({ key }: JiraIssue): [string, number] => {
  const project = projectKeyOf(key);
  return [project, Number(key.slice(project.length + 1))];
};

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const byKey = (a: JiraIssue, b: JiraIssue) => {
  const [[projectA, numberA], [projectB, numberB]] = [keyOrder(a), keyOrder(b)];
  return compareText(projectA, projectB) || numberA - numberB;
};

/** Ascending order by field name in lower case; Jira's ascending priority begins with the lowest. */
export const jqlOrders: Readonly<Record<string, (a: JiraIssue, b: JiraIssue) => number>> = {
  key: byKey,
  issuekey: byKey,
  id: (a, b) => Number(a.id) - Number(b.id),
  rank: (a, b) => a.rank - b.rank,
  created: (a, b) => compareText(a.created, b.created),
  updated: (a, b) => compareText(a.updated, b.updated),
  priority: (a, b) => Number(b.priority.id) - Number(a.priority.id),
  summary: (a, b) => compareText(a.summary.toLowerCase(), b.summary.toLowerCase()),
};
