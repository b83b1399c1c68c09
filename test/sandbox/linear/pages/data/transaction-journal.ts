import { z } from "zod";
import type { Transaction } from "./transaction-queue";

/** Where unsent transactions survive a restart. */
export interface Journal {
  load(): Promise<Transaction[]>;
  add(transactions: readonly Transaction[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
}

const storeName = "__transactions";

const changes = z.object({
  title: z.string().optional(),
  description: z.string().optional(),
  priority: z.number().optional(),
  stateId: z.string().optional(),
  assigneeId: z.string().nullable().optional(),
  projectId: z.string().nullable().optional(),
  cycleId: z.string().nullable().optional(),
});
const row = z.object({ id: z.string(), order: z.number(), issueId: z.string(), changes });

/** The journal in IndexedDB, object store `__transactions` as Linear's client names it (reference 2.4). Rejects when storage fails. */
export function createJournal(databaseName: string, factory: IDBFactory = indexedDB): Journal {
  const database = open(databaseName, factory);
  const store = async (mode: IDBTransactionMode) =>
    (await database).transaction(storeName, mode).objectStore(storeName);
  return {
    async load() {
      const rows = z.array(row).parse(await settled((await store("readonly")).getAll()));
      return rows
        .toSorted((a, b) => a.order - b.order)
        .map(({ id, order, issueId, changes }) => ({
          id,
          order,
          issueId,
          changes: withoutUndefined(changes),
        }));
    },
    async add(transactions) {
      const target = await store("readwrite");
      await Promise.all(transactions.map((transaction) => settled(target.put(transaction))));
    },
    async remove(ids) {
      const target = await store("readwrite");
      await Promise.all(ids.map((id) => settled(target.delete(id))));
    },
  };
}

function withoutUndefined(parsed: z.infer<typeof changes>): Transaction["changes"] {
  return Object.fromEntries(Object.entries(parsed).filter(([, value]) => value !== undefined));
}

function open(name: string, factory: IDBFactory): Promise<IDBDatabase> {
  const request = factory.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(storeName, { keyPath: "id" });
  return settled(request);
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
