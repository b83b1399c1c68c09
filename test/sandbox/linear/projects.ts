import { randomUUID } from "node:crypto";
import { slugIdFor } from "./ids";
import { invalidInput } from "./linear-error";
import type { Project } from "./model";
import { type Actor, type Site, userIdOf } from "./workspace";

export interface ProjectUpdate {
  name?: string | null;
  description?: string | null;
  content?: string | null;
  statusId?: string | null;
  leadId?: string | null;
  memberIds?: string[] | null;
  teamIds?: string[] | null;
  priority?: number | null;
  color?: string | null;
  icon?: string | null;
  startDate?: string | null;
  targetDate?: string | null;
  sortOrder?: number | null;
}

export type ProjectCreate = ProjectUpdate & { id?: string | null; name: string; teamIds: string[] };

/** A new project of at least one team, in the backlog unless told otherwise. @throws LinearError */
export function createProject(site: Site, actor: Actor, input: ProjectCreate): Project {
  const { store } = site;
  if (input.teamIds.length === 0) throw invalidInput("teamIds must contain at least 1 elements");
  const status = store.all("ProjectStatus").find(({ type }) => type === "backlog");
  const [first] = store.all("ProjectStatus");
  const at = site.now().toISOString();
  const id = input.id ?? randomUUID();
  store.insert({
    ...{ typename: "Project", id, createdAt: at, updatedAt: at, name: input.name, description: "" },
    ...{ content: null, slugId: slugIdFor(id), color: "#5e6ad2", icon: null },
    ...{ statusId: (status ?? first)?.id ?? "", leadId: null, creatorId: userIdOf(actor), memberIds: [] },
    ...{ teamIds: [], priority: 0, sortOrder: store.all("Project").length },
    ...{ startDate: null, targetDate: null, startedAt: null, completedAt: null, canceledAt: null },
  });
  return updateProject(site, id, input);
}

/** Changes the fields given. @throws LinearError */
export function updateProject(site: Site, id: string, input: ProjectUpdate): Project {
  const { store } = site;
  const project = store.get("Project", id);
  const at = site.now().toISOString();
  const status = input.statusId == null ? null : store.get("ProjectStatus", input.statusId);
  const lead = input.leadId == null ? null : store.get("User", input.leadId);
  for (const userId of input.memberIds ?? []) store.get("User", userId);
  for (const teamId of input.teamIds ?? []) store.get("Team", teamId);
  if (input.name != null) project.name = input.name;
  if (input.description != null) project.description = input.description;
  if (input.content !== undefined) project.content = input.content;
  if (input.leadId !== undefined) project.leadId = lead?.id ?? null;
  if (input.memberIds != null) project.memberIds = input.memberIds;
  if (input.teamIds != null) project.teamIds = input.teamIds;
  if (input.priority != null) project.priority = input.priority;
  if (input.color != null) project.color = input.color;
  if (input.icon !== undefined) project.icon = input.icon;
  if (input.startDate !== undefined) project.startDate = input.startDate;
  if (input.targetDate !== undefined) project.targetDate = input.targetDate;
  if (input.sortOrder != null) project.sortOrder = input.sortOrder;
  if (status) {
    project.statusId = status.id;
    project.startedAt = status.type === "started" ? (project.startedAt ?? at) : project.startedAt;
    project.completedAt = status.type === "completed" ? at : null;
    project.canceledAt = status.type === "canceled" ? at : null;
  }
  project.updatedAt = at;
  store.touch(project);
  return project;
}
