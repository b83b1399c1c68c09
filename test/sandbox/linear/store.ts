import { LinearError, notFound } from "./linear-error";
import type { Entity, EntityOf, Typename } from "./model";

/** One change, as a client that follows the workspace hears of it. */
export interface Change {
  lastSyncId: number;
  action: "insert" | "update" | "delete";
  model: Typename;
  id: string;
}

/** The workspace's objects by type and id, with a counter of changes and those who listen to them. */
export interface Store {
  find<T extends Typename>(type: T, id: string): EntityOf<T> | undefined;
  /** @throws LinearError "invalid input" where there is none. */
  get<T extends Typename>(type: T, id: string): EntityOf<T>;
  all<T extends Typename>(type: T): EntityOf<T>[];
  /** @throws LinearError where the id is taken. */
  insert(entity: Entity): void;
  /** Tells the listeners that an entity was changed in place. */
  touch(entity: Entity): void;
  remove(entity: Entity): void;
  readonly lastSyncId: number;
  onChange(listener: (change: Change) => void, signal: AbortSignal): void;
}

export function createStore(): Store {
  const tables = new Map<Typename, Map<string, Entity>>();
  const listeners = new Set<(change: Change) => void>();
  let lastSyncId = 1000;

  const table = (type: Typename) => {
    const found = tables.get(type) ?? new Map<string, Entity>();
    tables.set(type, found);
    return found;
  };
  const tell = (action: Change["action"], { typename: model, id }: Entity) => {
    lastSyncId += 1;
    for (const listener of listeners) listener({ lastSyncId, action, model, id });
  };
  const find = <T extends Typename>(type: T, id: string) => table(type).get(id) as EntityOf<T> | undefined;

  return {
    find,
    get(type, id) {
      const entity = find(type, id);
      if (!entity) throw notFound(type);
      return entity;
    },
    all: <T extends Typename>(type: T) => [...table(type).values()] as EntityOf<T>[],
    insert(entity) {
      if (find(entity.typename, entity.id)) {
        throw new LinearError("invalid input", `Conflict on insert: ${entity.typename} ${entity.id} exists`);
      }
      table(entity.typename).set(entity.id, entity);
      tell("insert", entity);
    },
    touch: (entity) => tell("update", entity),
    remove(entity) {
      table(entity.typename).delete(entity.id);
      tell("delete", entity);
    },
    get lastSyncId() {
      return lastSyncId;
    },
    onChange(listener, signal) {
      if (signal.aborted) return;
      listeners.add(listener);
      signal.addEventListener("abort", () => listeners.delete(listener), { once: true });
    },
  };
}
