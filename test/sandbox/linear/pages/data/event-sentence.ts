import { z } from "zod";
import { priorityName } from "./priority-name";

const named = z.object({ name: z.string() }).nullable();
const numbered = z.object({ number: z.number() }).nullable();

export const historyEntry = z.object({
  id: z.string(),
  createdAt: z.string(),
  actor: named,
  fromState: named,
  toState: named,
  fromAssignee: named,
  toAssignee: named,
  fromCycle: numbered,
  toCycle: numbered,
  fromProject: named,
  toProject: named,
  fromTitle: z.string().nullable(),
  toTitle: z.string().nullable(),
  fromPriority: z.number().nullable(),
  toPriority: z.number().nullable(),
  updatedDescription: z.boolean().nullable(),
});

/** One history entry as the activity feed words it after the actor's name; null: nothing that the feed shows. */
export function eventSentence(entry: z.infer<typeof historyEntry>): string | null {
  if (entry.fromState && entry.toState) return `moved from ${entry.fromState.name} to ${entry.toState.name}`;
  if (entry.toAssignee) return `assigned to ${entry.toAssignee.name}`;
  if (entry.fromAssignee) return `unassigned ${entry.fromAssignee.name}`;
  if (entry.toCycle) return `added to cycle ${entry.toCycle.number}`;
  if (entry.fromCycle) return `removed from cycle ${entry.fromCycle.number}`;
  if (entry.toProject) return `added to project ${entry.toProject.name}`;
  if (entry.fromProject) return `removed from project ${entry.fromProject.name}`;
  if (entry.toTitle !== null) return `changed the title to “${entry.toTitle}”`;
  if (entry.toPriority !== null) return `set priority to ${priorityName(entry.toPriority)}`;
  if (entry.updatedDescription) return "updated the description";
  return null;
}
