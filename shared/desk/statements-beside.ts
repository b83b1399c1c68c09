import type { WorkItem } from "../domain/issue";
import type { Statement } from "../domain/statement";
import { isBelow } from "./is-below";

/** The statements of all items but one and what lies below it: what a ticket copied from its bet must not make the bet the copy. */
export function statementsBeside(object: string, items: readonly WorkItem[]): Statement[] {
  const isPart = isBelow(object, items);
  return items.flatMap((it) =>
    it.statement.kind !== "value" || it.id === object || isPart(it) ? [] : it.statement.value,
  );
}
