import { type GraphQLInputType, getNamedType, isInputObjectType } from "graphql";
import { compare } from "./compare";
import { momentOf } from "./dates";
import { type ReadContext, readField } from "./fields";
import type { Entity } from "./model";

export type Filter = Readonly<Record<string, unknown>>;

/**
 * Whether an entity passes a filter of Linear's API. The filter's own input type says what each key is: a comparator,
 * a related entity or a collection. Keys of one object all hold.
 */
export function passes(
  context: ReadContext,
  type: GraphQLInputType,
  filter: Filter,
  entity: unknown,
): boolean {
  const object = getNamedType(type);
  if (!isInputObjectType(object)) throw new Error(`${object.name} is not a filter`);
  const collection = object.name.endsWith("CollectionFilter");
  return Object.entries(filter).every(([key, condition]) => {
    if (condition == null) return true;
    if (key === "and") return (condition as Filter[]).every((one) => passes(context, type, one, entity));
    if (key === "or") return (condition as Filter[]).some((one) => passes(context, type, one, entity));
    if (key === "null") return (entity == null) === condition;
    const keyType = object.getFields()[key]?.type;
    if (!keyType) throw new Error(`${object.name} has no ${key}`);
    if (collection) return collectionPasses(context, keyType, key, condition as Filter, entity);
    return isEntity(entity) && fieldPasses(context, keyType, key, condition as Filter, entity);
  });
}

function fieldPasses(
  context: ReadContext,
  type: GraphQLInputType,
  key: string,
  condition: Filter,
  entity: Entity,
): boolean {
  const actual = readField(context, entity, key);
  const { name } = getNamedType(type);
  if (!name.endsWith("Comparator")) return passes(context, type, condition, actual ?? null);
  const dated = name === "DateComparator" || name === "NullableDateComparator";
  return compare(actual ?? null, dated ? withMoments(condition, context.site.now()) : condition);
}

/** `some`, `every` (true for none, inferred) and `length`; any other key asks for one member that meets it. */
function collectionPasses(
  context: ReadContext,
  type: GraphQLInputType,
  key: string,
  condition: Filter,
  members: unknown,
): boolean {
  const list: unknown[] = Array.isArray(members) ? members : [];
  if (key === "length") return compare(list.length, condition);
  if (key === "some") return list.some((one) => passes(context, type, condition, one));
  if (key === "every") return list.every((one) => passes(context, type, condition, one));
  return list.some((one) => isEntity(one) && fieldPasses(context, type, key, condition, one));
}

const isEntity = (value: unknown): value is Entity =>
  typeof value === "object" && value !== null && "typename" in value;

const withMoments = (condition: Filter, now: Date): Filter =>
  Object.fromEntries(
    Object.entries(condition).map(([name, wanted]) => [
      name,
      Array.isArray(wanted)
        ? wanted.map((one) => momentOf(String(one), now))
        : typeof wanted === "string"
          ? momentOf(wanted, now)
          : wanted,
    ]),
  );
