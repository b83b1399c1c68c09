import type { Ticket } from "../company";
import type { ExportRow } from "./rows";

const named = (...names: string[]) => new Set(names);

const todoStatuses = named(
  "to do",
  "todo",
  "open",
  "new",
  "backlog",
  "reopened",
  "selected for development",
  "accepted",
);
const doneStatuses = named(
  ..."done,closed,resolved,complete,completed,released,cancelled,canceled,won't do,won't fix,duplicate".split(
    ",",
  ),
);

/**
 * The state of work, from the status category (Jira has three) where the export holds it, else from the usual names;
 * a name that is neither known as open nor as finished is work in progress.
 */
export function statusOf({
  status,
  statusCategory,
}: Pick<ExportRow, "status" | "statusCategory">): Ticket["status"] {
  const name = (statusCategory || status).toLowerCase();
  if (name === "" || todoStatuses.has(name)) return "todo";
  return doneStatuses.has(name) ? "done" : "progress";
}

const priorities: readonly (readonly [Ticket["priority"], ReadonlySet<string>])[] = [
  ["urgent", named("highest", "blocker", "critical", "urgent")],
  ["high", named("high", "major")],
  ["medium", named("medium", "normal")],
  ["low", named("low", "lowest", "minor", "trivial")],
];

/** Jira's five priorities and their older names; any other is none. */
export function priorityOf(name: string): Ticket["priority"] {
  return priorities.find(([, names]) => names.has(name.toLowerCase()))?.[0] ?? "none";
}

/** Story points; null where the cell is empty or holds no number. */
export function pointsOf(text: string): number | null {
  const points = text === "" ? Number.NaN : Number(text);
  return Number.isFinite(points) ? points : null;
}
