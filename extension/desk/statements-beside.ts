import { chainOf } from "../../shared/domain/alignment";
import type { WorkItem } from "../../shared/domain/issue";
import type { Statement } from "../../shared/domain/statement";

/** The statements of all items but one and what lies below it: what a ticket copied from its bet must not make the bet the copy. */
export function statementsBeside(object: string, items: readonly WorkItem[]): Statement[] {
  const byId = new Map(items.map((it) => [it.id, it]));
  const isBelow = (it: WorkItem) =>
    chainOf(it, (id) => byId.get(id)).ancestors.some(({ id }) => id === object);
  return items.flatMap((it) =>
    it.statement.kind !== "value" || it.id === object || isBelow(it) ? [] : it.statement.value,
  );
}
