import type { Page } from "playwright-core";

/** One way of a ticket into a sprint. */
export interface WayIn {
  name: string;
  /** Goes that way, and gives the key of the ticket that went, or set out to; null: this way brings none in. */
  go(): Promise<string | null>;
  /** The issue is made by the very request that is judged: a warning about it has no key to tell, and is only noted. */
  isMade?: true;
}

/** One tracker's ways in, on tickets that are not ready. */
export interface Ways {
  tracker: "jira" | "linear";
  /** Ways of other clients first: what a browser sends within a minute is taken for one action. */
  all: WayIn[];
  isIn(key: string): boolean;
  /** Fails unless the page that the way went through says of the ticket that it is in no sprint. */
  expectOutside(key: string): Promise<void>;
  open(): Promise<void>;
  /** Closes the dialog that tells over the page what was said of the way just gone. */
  closeDialog(): Promise<void>;
  /** Takes all that went in out again. */
  leave(): void;
}

/** What the dialog says has journeys of its own; here it only stands in the way of the next. */
export async function closeDialogOver(page: Page): Promise<void> {
  const dialog = page.locator("plumbline-statement");
  await dialog.waitFor({ state: "attached", timeout: 15_000 });
  await dialog.evaluate((it) => it.remove());
}
