import type { Page } from "playwright-core";
import type { PageStatus } from "../../extension/messaging/page-status";
import { openWorkerSwitch } from "../tools/worker-switch";
import type { Journey } from "./harness";

/** What is done with the extension and its browser from a page of the extension's own. */
export interface ExtensionDesk {
  /** The mark on the toolbar icon in the tab with this page. */
  markOf(page: Page): Promise<{ text: string; title: string }>;
  /** What the popup would show over this page. */
  statusOf(page: Page): Promise<PageStatus>;
  askAgain(page: Page): Promise<void>;
  /** Runs the content script once more in every tab of the trackers, as an update does. */
  injectAgain(): Promise<void>;
  /** Ends the service worker, whatever it is about. */
  stopWorker(): Promise<void>;
  close(): Promise<void>;
}

export async function openDesk({ context, extensionId }: Journey): Promise<ExtensionDesk> {
  const desk = await context.newPage();
  await desk.goto(`chrome-extension://${extensionId}/options.html`);
  const workers = await openWorkerSwitch(context);

  /** The browser's number of the tab, which Playwright does not know: found by a title that only this page has. */
  async function tabOf(page: Page): Promise<number> {
    const mark = `tab ${Math.random()}`;
    const title = await page.title();
    const rename = (to: string) =>
      page.evaluate((it) => {
        document.title = it;
      }, to);
    await rename(mark);
    const id = await desk.evaluate(async (wanted) => {
      for (let tries = 0; tries < 50; tries++) {
        const tab = (await chrome.tabs.query({})).find((it) => it.title === wanted);
        if (tab?.id !== undefined) return tab.id;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return null;
    }, mark);
    await rename(title);
    if (id === null) throw new Error(`no tab is called ${mark}`);
    return id;
  }
  const tell = async (page: Page, type: string) =>
    desk.evaluate(
      async ({ tab, type }) => {
        const answer = await chrome.tabs.sendMessage(tab, { id: 1, type, timestamp: Date.now() });
        if (answer?.err) throw new Error(answer.err.message);
        return answer?.res;
      },
      { tab: await tabOf(page), type },
    );

  return {
    markOf: async (page) =>
      desk.evaluate(
        async (tabId) => ({
          text: await chrome.action.getBadgeText({ tabId }),
          title: await chrome.action.getTitle({ tabId }),
        }),
        await tabOf(page),
      ),
    statusOf: (page) => tell(page, "readPageStatus"),
    askAgain: (page) => tell(page, "askAgain"),
    injectAgain: () =>
      desk.evaluate(async () => {
        const tabs = await chrome.tabs.query({
          url: ["https://northwind.atlassian.net/*", "https://linear.app/*"],
        });
        for (const { id } of tabs) {
          if (id === undefined) continue;
          await chrome.scripting.executeScript({
            target: { tabId: id },
            files: ["/content-scripts/tracker.js"],
          });
        }
      }),
    stopWorker: workers.stop,
    async close() {
      await workers.close();
      await desk.close();
    },
  };
}
