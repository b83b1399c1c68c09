import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { defaultPageSize } from "./connection";

/**
 * What an operation costs by Linear's documented rule: 0.1 for each property, 1 for each object, and what a connection
 * holds times its `first` (50 without one). How the connection's own wrappers count is inferred: not at all.
 */
export function complexityOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of document.definitions) {
    if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  }

  const costOfSelections = (
    set: SelectionSetNode | undefined,
    type: GraphQLNamedType | undefined,
  ): number => {
    let cost = 0;
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) {
        cost += costOfField(selection, type);
        continue;
      }
      const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      const narrowed = inner?.typeCondition && schema.getType(inner.typeCondition.name.value);
      cost += costOfSelections(inner?.selectionSet, narrowed ?? type);
    }
    return cost;
  };

  const costOfField = (field: FieldNode, owner: GraphQLNamedType | undefined): number => {
    const definition =
      isObjectType(owner) || isInterfaceType(owner) ? owner.getFields()[field.name.value] : undefined;
    if (!definition || !field.selectionSet) return 0.1;
    const type = getNamedType(definition.type);
    const inside = costOfSelections(field.selectionSet, type);
    if (type.name.endsWith("Connection")) return inside * pageSize(field, variables);
    return type.name.endsWith("Edge") ? inside : 1 + inside;
  };

  const root = schema.getRootType(operation.operation) ?? undefined;
  return Math.round(costOfSelections(operation.selectionSet, root) * 10) / 10;
}

function pageSize(field: FieldNode, variables: Readonly<Record<string, unknown>>): number {
  for (const argument of field.arguments ?? []) {
    if (argument.name.value !== "first" && argument.name.value !== "last") continue;
    const { value } = argument;
    const given =
      value.kind === Kind.VARIABLE ? variables[value.name.value] : "value" in value && value.value;
    if (given != null && given !== false) return Number(given);
  }
  return defaultPageSize;
}
