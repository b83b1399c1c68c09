import { randomUUID } from "node:crypto";
import { invalidInput } from "./linear-error";
import type { IssueLabel } from "./model";
import { type Actor, type Site, userIdOf } from "./workspace";

export interface LabelCreate {
  id?: string | null;
  name: string;
  description?: string | null;
  color?: string | null;
  isGroup?: boolean | null;
  parentId?: string | null;
  teamId?: string | null;
}

/** A label of the team, or of the whole workspace without `teamId`; names are unique in any case. @throws LinearError */
export function createLabel(site: Site, actor: Actor, input: LabelCreate): IssueLabel {
  const { store } = site;
  const name = input.name.trim();
  const parent = input.parentId == null ? null : store.get("IssueLabel", input.parentId);
  if (parent && !parent.isGroup) throw invalidInput(`Label "${parent.name}" is not a group`);
  if (input.teamId != null) store.get("Team", input.teamId);
  const rivals = store.all("IssueLabel").filter((label) => label.parentId === (parent?.id ?? null));
  if (rivals.some((label) => label.name.toLowerCase() === name.toLowerCase())) {
    throw invalidInput(`Duplicate label name: ${name}`);
  }
  const at = site.now().toISOString();
  const label: IssueLabel = {
    typename: "IssueLabel",
    id: input.id ?? randomUUID(),
    createdAt: at,
    updatedAt: at,
    name,
    description: input.description ?? null,
    color: input.color ?? "#bec2c8",
    isGroup: input.isGroup ?? false,
    parentId: parent?.id ?? null,
    teamId: input.teamId ?? null,
    creatorId: userIdOf(actor),
  };
  store.insert(label);
  return label;
}
