import type { Page } from "playwright-core";
import type { BenchRow } from "./bench-row";
import { type Contender, waitForFacts } from "./contender";
import { median } from "./median";

const runs = 15;

/** Milliseconds from the opening of the panel to the ticket and what it serves drawn from the cache, with no network at all. */
export async function panelOpening({ context, extensionId, sandbox }: Contender): Promise<BenchRow> {
  if (extensionId === null) throw new Error("There is no panel without the extension.");
  const ticket = await context.newPage();
  await ticket.goto(sandbox.urls.jira.backlog);
  await waitForFacts(ticket, 1);
  const key = await ticket.locator('plumbline-badge[data-state="aligned"]').first().getAttribute("data-key");
  await ticket.goto(`${sandbox.jira.baseUrl}/browse/${key}`);
  await waitForFacts(ticket, 1);
  // Without the network nothing is asked of the tab, so that any number does.
  const tab = { id: 1, url: ticket.url() };
  await context.setOffline(true);
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const panel = await context.newPage();
    await standBeside(panel, tab);
    await panel.goto(`chrome-extension://${extensionId}/sidepanel.html`);
    times.push(await drawnAt(panel, key ?? ""));
    await panel.close();
  }
  await context.setOffline(false);
  await ticket.close();
  return {
    name: "panel, from opening to its content from the cache",
    value: median(times),
    unit: "ms",
    target: 300,
    scenario: `a ticket of Jira that serves an aim, no network, in a tab of its own; median of ${runs}`,
  };
}

/** What the panel takes for the tab in front of the person. As text: what compiles this file names functions by a helper of its own. */
const standBeside = (panel: Page, tab: { id: number; url: string }) =>
  panel.addInitScript({
    content: `chrome.tabs.query = () => Promise.resolve([${JSON.stringify(tab)}]);`,
  });

/** When the first frame with the ticket and what it serves was drawn, since the navigation began. */
const drawnAt = (panel: Page, key: string): Promise<number> =>
  panel.evaluate(async (wanted) => {
    while (
      document.querySelector("h2")?.textContent?.startsWith(wanted) !== true ||
      document.querySelector(".serves p") === null
    ) {
      if (performance.now() > 10_000) throw new Error(`the panel shows ${document.body.innerText}`);
      await new Promise(requestAnimationFrame);
    }
    return performance.now();
  }, key);
