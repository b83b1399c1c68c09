import { createContext, useContext, useSyncExternalStore } from "react";
import type { Workspace } from "./data/model";
import type { Snapshot, Store } from "./data/store";

export const StoreContext = createContext<Store | null>(null);

/** The store of this page; throws outside its provider. */
export function useStore(): Store {
  const store = useContext(StoreContext);
  if (!store) throw new Error("StoreContext has no provider");
  return store;
}

/** What the store shows now; renders again when it changes. */
export function useSnapshot(): Snapshot {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, store.getSnapshot);
}

/** The workspace, for what is rendered only once it is loaded. */
export function useWorkspace(): Workspace {
  const { workspace } = useSnapshot();
  if (!workspace) throw new Error("The workspace is not loaded");
  return workspace;
}
