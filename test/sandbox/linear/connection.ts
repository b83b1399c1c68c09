import type { GraphQLInputType } from "graphql";
import { type ReadContext, readField } from "./fields";
import { type Filter, passes } from "./filter";
import { invalidInput } from "./linear-error";
import type { Entity } from "./model";

export interface ConnectionArguments {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
  filter?: Filter | null;
  orderBy?: "createdAt" | "updatedAt" | null;
  sort?: readonly Readonly<Record<string, Order | undefined>>[] | null;
  includeArchived?: boolean | null;
}
interface Order {
  order?: "Ascending" | "Descending" | null;
  nulls?: "first" | "last" | null;
}

export const defaultPageSize = 50;
const greatestPageSize = 250;

/**
 * One page of entities in Relay's form; a cursor is the id of the entity that it stands at, so it outlives changes of
 * what the filter lets through. Newest first unless `sort` says otherwise (inferred). Trashed ones are left out unless
 * archived ones are asked for. @throws LinearError
 */
export function connect(
  context: ReadContext,
  entities: readonly Entity[],
  args: ConnectionArguments,
  filterType: GraphQLInputType | undefined,
) {
  const size = args.first ?? args.last ?? defaultPageSize;
  if (args.first != null && args.last != null) throw invalidInput("Use either first or last, not both");
  if (size < 1 || size > greatestPageSize) {
    throw invalidInput(`Page size must be between 1 and ${greatestPageSize}`);
  }
  const ordered = inOrder(context, entities, args);
  const indexOf = (cursor: string) => {
    const index = ordered.findIndex((entity) => entity.id === cursor);
    if (index < 0) throw invalidInput(`Cursor ${cursor} is not of this list`);
    return index;
  };
  const from = args.after == null ? 0 : indexOf(args.after) + 1;
  const to = args.before == null ? ordered.length : indexOf(args.before);
  const shown = (entity: Entity) =>
    (args.includeArchived === true || !("trashed" in entity && entity.trashed === true)) &&
    (args.filter == null || filterType === undefined || passes(context, filterType, args.filter, entity));

  const window = ordered.slice(from, Math.max(from, to)).filter(shown);
  const backward = args.last != null;
  const nodes = backward ? window.slice(-size) : window.slice(0, size);
  const more = window.length > nodes.length;
  return {
    nodes,
    edges: nodes.map((node) => ({ cursor: node.id, node })),
    pageInfo: {
      startCursor: nodes[0]?.id ?? null,
      endCursor: nodes.at(-1)?.id ?? null,
      hasNextPage: backward ? ordered.slice(to).some(shown) : more,
      hasPreviousPage: backward ? more : ordered.slice(0, from).some(shown),
    },
  };
}

/** Keys of `sort` that are called otherwise in the entity. */
const sortFields: Record<string, string> = { manual: "sortOrder" };

function inOrder(context: ReadContext, entities: readonly Entity[], args: ConnectionArguments): Entity[] {
  const orders = (args.sort ?? []).flatMap((one) => Object.entries(one));
  const by = args.orderBy ?? "createdAt";
  return [...entities].sort((a, b) => {
    for (const [key, order] of orders) {
      if (!order) continue;
      const [x, y] = [a, b].map((entity) => readField(context, entity, sortFields[key] ?? key));
      if (x == null && y == null) continue;
      if (x == null || y == null) return (x == null) === (order.nulls === "first") ? -1 : 1;
      const compared = ascending(x, y);
      if (compared !== 0) return order.order === "Descending" ? -compared : compared;
    }
    return -ascending(a[by], b[by]) || ascending(a.id, b.id);
  });
}

function ascending(a: unknown, b: unknown): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a) < String(b) ? -1 : Number(String(a) > String(b));
}
