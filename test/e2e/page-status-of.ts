import type { Page } from "playwright-core";
import type { PageStatus } from "../../extension/messaging/page-status";
import type { Journey } from "./harness";

/** What the overlay tells the popup of the page in this tab. */
export async function pageStatusOf(journey: Journey, tab: Page): Promise<PageStatus> {
  const popup = await journey.context.newPage();
  try {
    await popup.goto(`chrome-extension://${journey.extensionId}/popup.html`);
    return await popup.evaluate(async (url) => {
      const { tabs } = chrome;
      const [asked] = (await tabs.query({})).filter((it) => it.url === url);
      const answer = await tabs.sendMessage(asked?.id ?? -1, {
        id: 1,
        type: "readPageStatus",
        timestamp: Date.now(),
      });
      return answer.res;
    }, tab.url());
  } finally {
    await popup.close();
  }
}
