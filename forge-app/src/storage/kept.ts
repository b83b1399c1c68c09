import { ForgeKvsAPIError, kvs } from "@forge/kvs";
import type { z } from "zod";
import { inChunks } from "../../../shared/tracker/in-chunks";

/** The platform takes so many keys in one transaction; batches are held to the same. */
const mostKeys = 25;

/** What stands under a key, if it has the shape; what an older version left in another shape counts as nothing. */
export async function getKept<T>(key: string, schema: z.ZodType<T>): Promise<T | null> {
  return schema.safeParse(await kvs.get<unknown>(key)).data ?? null;
}

/** The same for many keys, by key. */
export async function getManyKept<T>(keys: readonly string[], schema: z.ZodType<T>): Promise<Map<string, T>> {
  const found = new Map<string, T>();
  for (const some of inChunks(keys, mostKeys)) {
    const { successfulKeys, failedKeys } = await kvs.batchGet<unknown>(some.map((key) => ({ key })));
    const failed = failedKeys.find(({ error }) => error.code !== "KEY_NOT_FOUND");
    if (failed !== undefined) throw new Error(`${failed.key} could not be read: ${failed.error.message}`);
    for (const { key, value } of successfulKeys) {
      const parsed = schema.safeParse(value);
      if (parsed.success) found.set(key, parsed.data);
    }
  }
  return found;
}

/** Keeps a value for so many days. */
export const keep = (key: string, value: unknown, days: number): Promise<void> =>
  kvs.set(key, value, { ttl: { value: days, unit: "DAYS" } });

/** Keeps a value under a key that nobody has; false: somebody has. What has expired may stand in the way a while longer. */
export async function keepNew(key: string, value: unknown, days: number): Promise<boolean> {
  try {
    await kvs.set(key, value, { keyPolicy: "FAIL_IF_EXISTS", ttl: { value: days, unit: "DAYS" } });
    return true;
  } catch (error) {
    if (error instanceof ForgeKvsAPIError && error.responseDetails.status === 409) return false;
    throw error;
  }
}

/** Keeps a value until it is written over or forgotten. */
export const keepForGood = (key: string, value: unknown): Promise<void> => kvs.set(key, value);

export const forget = (key: string): Promise<void> => kvs.delete(key);

/** Everything whose key begins so, if it has the shape. */
export async function listKept<T>(
  prefix: string,
  schema: z.ZodType<T>,
): Promise<{ key: string; value: T }[]> {
  const found: { key: string; value: T }[] = [];
  let cursor: string | undefined;
  do {
    const query = kvs
      .query()
      .where("key", { condition: "BEGINS_WITH", values: [prefix] })
      .limit(100);
    const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany<unknown>();
    for (const { key, value } of page.results) {
      const parsed = schema.safeParse(value);
      if (parsed.success) found.push({ key, value: parsed.data });
    }
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return found;
}
