import { sendMessage } from "../../messaging/extension-protocol";
import type { PageStatus } from "../../messaging/page-status";

export const answerWithinMs = 1_500;

type Ask = (tabId: number) => Promise<PageStatus>;

/** What the overlay sees on a tab; null: nothing there answers within the deadline. */
export function readStatus(
  tabId: number,
  deadlineMs = answerWithinMs,
  ask: Ask = (id) => sendMessage("readPageStatus", undefined, id),
): Promise<PageStatus | null> {
  const silence = new Promise<null>((resolve) => setTimeout(() => resolve(null), deadlineMs));
  // No content script in the tab, or one whose extension was replaced: for the person it is the same silence.
  return Promise.race([ask(tabId).catch(() => null), silence]);
}
