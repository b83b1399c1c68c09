import type { BacklogData, WireIssue, WireSprint } from "../wire";

/** One sprint of a backlog, or what is in none of them. */
export interface Section {
  /** The sprint's id, or `BACKLOG`. */
  id: string;
  sprint: WireSprint | null;
  /** By rank, whether the filter lets them through or not. */
  issues: WireIssue[];
  /** Those that the filter lets through. */
  visible: WireIssue[];
  open: boolean;
}

/** The open sprint that an issue is in; null is the backlog. */
export const sprintOf = (issue: WireIssue, data: BacklogData): number | null =>
  issue.sprintIds.find((id) =>
    data.sprints.some((sprint) => sprint.id === id && sprint.state !== "CLOSED"),
  ) ?? null;

/** Which sections start open: the first two sprints and the backlog. */
export const openAtFirst = (data: BacklogData): ReadonlySet<string> =>
  new Set([...data.sprints.slice(0, 2).map((sprint) => String(sprint.id)), "BACKLOG"]);

/** Sprints in their order, then the backlog, each with its issues. */
export function sectionsOf(
  data: BacklogData,
  isOpen: (id: string) => boolean,
  passes: (issue: WireIssue) => boolean,
): Section[] {
  const bySprint = new Map<number | null, WireIssue[]>();
  for (const issue of data.issues) {
    const sprintId = sprintOf(issue, data);
    const list = bySprint.get(sprintId);
    if (list) list.push(issue);
    else bySprint.set(sprintId, [issue]);
  }
  const section = (sprint: WireSprint | null): Section => {
    const id = sprint ? String(sprint.id) : "BACKLOG";
    const issues = bySprint.get(sprint?.id ?? null) ?? [];
    return { id, sprint, issues, visible: issues.filter(passes), open: isOpen(id) };
  };
  return [...data.sprints.map(section), section(null)];
}
