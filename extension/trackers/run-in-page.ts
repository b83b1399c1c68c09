import { browser } from "wxt/browser";

/**
 * Runs a function in a tab's page, in the isolated world, and gives what it gives. It reaches nothing around it. At once: a page
 * that never ends loading would never be reached. Rejects where the page cannot be reached.
 */
export async function runInPage<Args extends unknown[]>(
  tabId: number,
  func: (...args: Args) => unknown,
  args: Args,
): Promise<unknown> {
  const [frame] = await browser.scripting.executeScript({
    target: { tabId },
    func,
    args,
    injectImmediately: true,
  });
  return frame?.result;
}
