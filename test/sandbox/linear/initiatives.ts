import { randomUUID } from "node:crypto";
import { slugIdFor } from "./ids";
import { invalidInput } from "./linear-error";
import type { Initiative, InitiativeToProject } from "./model";
import { type Actor, type Site, userIdOf } from "./workspace";

export interface InitiativeUpdate {
  name?: string | null;
  description?: string | null;
  content?: string | null;
  status?: Initiative["status"] | null;
  ownerId?: string | null;
  color?: string | null;
  icon?: string | null;
  sortOrder?: number | null;
  targetDate?: string | null;
}
export type InitiativeCreate = InitiativeUpdate & { id?: string | null; name: string };

/** A new initiative, planned unless told otherwise. @throws LinearError */
export function createInitiative(site: Site, actor: Actor, input: InitiativeCreate): Initiative {
  const at = site.now().toISOString();
  const id = input.id ?? randomUUID();
  const initiative: Initiative = {
    typename: "Initiative",
    id,
    createdAt: at,
    updatedAt: at,
    name: input.name,
    description: null,
    content: null,
    slugId: slugIdFor(id),
    color: null,
    icon: null,
    status: "Planned",
    ownerId: userIdOf(actor),
    creatorId: userIdOf(actor),
    organizationId: site.organization.id,
    sortOrder: site.store.all("Initiative").length,
    targetDate: null,
    startedAt: null,
    completedAt: null,
    canceledAt: null,
  };
  change(site, initiative, input);
  site.store.insert(initiative);
  return initiative;
}

/** Changes the fields given. @throws LinearError */
export function updateInitiative(site: Site, id: string, input: InitiativeUpdate): Initiative {
  const initiative = site.store.get("Initiative", id);
  change(site, initiative, input);
  initiative.updatedAt = site.now().toISOString();
  site.store.touch(initiative);
  return initiative;
}

function change(site: Site, initiative: Initiative, input: InitiativeUpdate): void {
  const at = site.now().toISOString();
  if (input.ownerId !== undefined)
    initiative.ownerId = input.ownerId && site.store.get("User", input.ownerId).id;
  if (input.name != null) initiative.name = input.name;
  if (input.description !== undefined) initiative.description = input.description;
  if (input.content !== undefined) initiative.content = input.content;
  if (input.color !== undefined) initiative.color = input.color;
  if (input.icon !== undefined) initiative.icon = input.icon;
  if (input.sortOrder != null) initiative.sortOrder = input.sortOrder;
  if (input.targetDate !== undefined) initiative.targetDate = input.targetDate;
  if (input.status != null) {
    initiative.status = input.status;
    initiative.startedAt = input.status === "Active" ? (initiative.startedAt ?? at) : initiative.startedAt;
    initiative.completedAt = input.status === "Completed" ? at : null;
    initiative.canceledAt = input.status === "Canceled" ? at : null;
  }
}

export interface InitiativeToProjectCreate {
  id?: string | null;
  initiativeId: string;
  projectId: string;
  sortOrder?: number | null;
}

/** Links a project to an initiative; twice to the same one is refused. @throws LinearError */
export function linkInitiative(site: Site, input: InitiativeToProjectCreate): InitiativeToProject {
  const { store } = site;
  const initiative = store.get("Initiative", input.initiativeId);
  const project = store.get("Project", input.projectId);
  const links = store.all("InitiativeToProject");
  if (links.some((link) => link.initiativeId === initiative.id && link.projectId === project.id)) {
    throw invalidInput("The project is in the initiative already");
  }
  const at = site.now().toISOString();
  const link: InitiativeToProject = {
    typename: "InitiativeToProject",
    id: input.id ?? randomUUID(),
    createdAt: at,
    updatedAt: at,
    initiativeId: initiative.id,
    projectId: project.id,
    sortOrder: String(input.sortOrder ?? links.length),
  };
  store.insert(link);
  return link;
}
