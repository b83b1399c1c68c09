import type { Database, LinearKeyRow } from "./database";

/** The person's own Linear API key and whose it is. */
export interface LinearKeyStore {
  read(): Promise<LinearKeyRow | null>;
  write(row: Omit<LinearKeyRow, "id">): Promise<void>;
  forget(): Promise<void>;
}

export const createLinearKeyStore = ({ keys }: Database): LinearKeyStore => ({
  read: async () => (await keys.get("linear")) ?? null,
  write: async (row) => {
    await keys.put({ id: "linear", ...row });
  },
  forget: () => keys.delete("linear"),
});
