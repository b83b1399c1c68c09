import type { Page } from "playwright-core";

/** Runs in the page: sends what Jira's backlog sends when rows are dropped into a sprint; gives the status that the page sees. */
export async function sendDrop([idOrKeys, sprintId]: readonly [readonly string[], number]): Promise<number> {
  const place = { rapidViewId: 1, customFieldId: 10019, calculateNewIssuesOrder: false };
  const body = JSON.stringify({ idOrKeys, sprintId, addToBacklog: false, ...place });
  const headers = { "Content-Type": "application/json" };
  return (await fetch("/rest/greenhopper/1.0/sprint/rank", { method: "PUT", body, headers })).status;
}

/** The same from a page of Playwright's. */
export const dropIntoSprint = (page: Page, keys: readonly string[], sprint: number): Promise<number> =>
  page.evaluate(sendDrop, [keys, sprint] as const);
