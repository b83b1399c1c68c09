import { getNamedType, isObjectType } from "graphql";
import { collections } from "./collections";
import { computed } from "./computed";
import type { Entity } from "./model";
import { linearSchema } from "./schema";
import { unmodelled } from "./unmodelled";
import type { Site } from "./workspace";

export interface ReadContext {
  site: Site;
  /** Who asks. */
  viewerId: string;
}

type Readers = Record<string, (context: ReadContext, entity: Entity) => unknown>;

/**
 * The value of a field by its name in the schema: computed, a collection, stored, or the entity that `<field>Id` names.
 * Undefined where the workspace has nothing of the kind. Answers and filters both read through this.
 */
export function readField(context: ReadContext, entity: Entity, field: string): unknown {
  for (const table of [computed, collections]) {
    const read = (table[entity.typename] as Readers | undefined)?.[field];
    if (read) return read(context, entity);
  }
  if (field in entity) return Reflect.get(entity, field);
  if (`${field}Id` in entity) return referred(context, entity, field);
  return unmodelled[entity.typename]?.[field];
}

function referred({ site }: ReadContext, entity: Entity, field: string): Entity | null {
  const id: unknown = Reflect.get(entity, `${field}Id`);
  const owner = linearSchema().getType(entity.typename);
  const type = isObjectType(owner) ? owner.getFields()[field]?.type : undefined;
  if (typeof id !== "string" || type === undefined) return null;
  return site.store.find(getNamedType(type).name as Entity["typename"], id) ?? null;
}
