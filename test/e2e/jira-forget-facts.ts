import type { Journey } from "./harness";

/** Empties the extension's cache of tickets, so that the next page has to ask the tracker. */
export async function forgetFacts({ context, extensionId }: Journey): Promise<void> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  await page.evaluate(async () => {
    const opened = indexedDB.open("plumbline");
    await new Promise((resolve) => opened.addEventListener("success", resolve, { once: true }));
    const emptied = opened.result.transaction("items", "readwrite").objectStore("items").clear();
    await new Promise((resolve) => emptied.addEventListener("success", resolve, { once: true }));
    opened.result.close();
  });
  await page.close();
}
