import { type GraphQLFieldResolver, getNamedType, getNullableType, isListType, isNonNullType } from "graphql";
import { type ConnectionArguments, connect } from "./connection";
import { type ReadContext, readField } from "./fields";
import type { Entity } from "./model";
import { type MutationArguments, mutate } from "./mutations";
import { queries } from "./queries";

/** What a resolver knows of the request. */
export interface Asking extends ReadContext {
  /** The state of this person's limits in the form of the schema's RateLimitPayload. */
  rateLimits: () => object;
}

/** Resolves every field of the schema: roots by their tables, entities by name, lists as connections with their filters. */
export const resolveField: GraphQLFieldResolver<unknown, Asking> = (source, args, asking, info) => {
  const { fieldName, parentType, returnType } = info;
  if (parentType.name === "Mutation") return mutate(asking, fieldName, args as MutationArguments);
  const value =
    parentType.name === "Query" ? queries[fieldName]?.(asking, args) : fieldValue(source, asking, fieldName);
  const returned = getNamedType(returnType).name;
  if (returned.endsWith("Connection")) {
    const filterType = parentType.getFields()[fieldName]?.args.find(({ name }) => name === "filter")?.type;
    return connect(asking, (value ?? []) as Entity[], args as ConnectionArguments, filterType);
  }
  if (value != null || !isNonNullType(returnType)) return value ?? null;
  if (isListType(getNullableType(returnType))) return [];
  return returned === "Boolean" ? false : null;
};

const fieldValue = (source: unknown, asking: Asking, field: string): unknown => {
  if (typeof source !== "object" || source === null) return undefined;
  return "typename" in source ? readField(asking, source as Entity, field) : Reflect.get(source, field);
};
