import type { BrowserContext } from "playwright-core";

/** Gives the extension a Linear API key as a person does: on its options page. */
export async function saveLinearKey(
  context: BrowserContext,
  extensionId: string,
  key: string,
): Promise<void> {
  const page = await context.newPage();
  try {
    await page.goto(`chrome-extension://${extensionId}/options.html`);
    await page.getByLabel("Linear API key").fill(key);
    await page.getByRole("button", { name: "Save key" }).click();
    await page.getByText("Key saved").waitFor();
  } finally {
    await page.close();
  }
}
