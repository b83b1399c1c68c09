import type { Journey } from "./harness";

/**
 * Empties the extension's cache, as if it read the tracker for the first time, and on request its keys too.
 * Open tabs keep what they know.
 */
export async function forgetFacts({ context, extensionId }: Journey, andKeys = false): Promise<void> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  await page.evaluate(async (all) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    // Opened before the extension did so, it would be another database, with nothing in it.
    if (!(await indexedDB.databases()).some(({ name }) => name === "plumbline")) return;
    const database = await done(indexedDB.open("plumbline"));
    const stores = [...database.objectStoreNames].filter((name) => all || name !== "keys");
    const write = database.transaction(stores, "readwrite");
    for (const name of stores) await done(write.objectStore(name).clear());
    database.close();
  }, andKeys);
  await page.close();
}
