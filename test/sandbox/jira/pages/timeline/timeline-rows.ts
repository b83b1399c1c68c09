import type { TimelineData, WireIssue, WireSprint } from "../wire";

/** When something is worked on: two UTC ISO dates or times, the earlier one first. */
export interface Span {
  from: string;
  to: string;
}

export interface TimelineRow {
  issue: WireIssue;
  /** 0 for an epic, 1 for what is under it. */
  depth: 0 | 1;
  /** Null where nothing is under it. */
  open: boolean | null;
  /** Null: no dates, no bar. */
  span: Span | null;
}

const isAfter = (one: string, other: string): boolean => one > other;

/** From the start of its latest dated sprint to its due date, else to that sprint's end. */
export function spanOf(issue: WireIssue, sprints: readonly WireSprint[]): Span | null {
  const sprint = sprints.findLast((it) => issue.sprintIds.includes(it.id) && it.startDate && it.endDate);
  const to = issue.dueDate ?? sprint?.endDate;
  if (!to) return null;
  const from = sprint?.startDate ?? to;
  return { from: isAfter(from, to) ? to : from, to };
}

/** From the first start to the last end; null for none. */
export function union(spans: readonly (Span | null)[]): Span | null {
  return spans.reduce<Span | null>((sum, span) => {
    if (sum === null || span === null) return sum ?? span;
    const from = isAfter(sum.from, span.from) ? span.from : sum.from;
    return { from, to: isAfter(span.to, sum.to) ? span.to : sum.to };
  }, null);
}

/** The timeline's rows: each epic, and under an open one its issues. An epic lasts as long as what is under it. */
export function timelineRows(data: TimelineData, isOpen: (id: string) => boolean): TimelineRow[] {
  const under = new Map<string, WireIssue[]>();
  for (const issue of data.issues) {
    const id = issue.hierarchyLevel === 0 ? issue.parent?.id : undefined;
    if (id !== undefined) under.set(id, [...(under.get(id) ?? []), issue]);
  }
  const epics = data.issues.filter((issue) => issue.hierarchyLevel === 1);
  return epics.flatMap((epic): TimelineRow[] => {
    const rows = (under.get(epic.id) ?? []).map(
      (issue): TimelineRow => ({ issue, depth: 1, open: null, span: spanOf(issue, data.sprints) }),
    );
    const open = rows.length > 0 ? isOpen(epic.id) : null;
    const span = union([spanOf(epic, data.sprints), ...rows.map((row) => row.span)]);
    return [{ issue: epic, depth: 0, open, span }, ...(open ? rows : [])];
  });
}
