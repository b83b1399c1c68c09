import { browser } from "wxt/browser";

/** How far a person has come in the first run, so that a closed page goes on where it was left. */
export const firstRunSteps = ["look", "site", "ticket"] as const;
export type FirstRunStep = (typeof firstRunSteps)[number];

const key = "firstRun";

export async function readFirstRun(): Promise<FirstRunStep> {
  const { [key]: stored } = await browser.storage.local.get(key);
  return firstRunSteps.find((it) => it === stored) ?? "look";
}

export const writeFirstRun = (step: FirstRunStep): Promise<void> =>
  browser.storage.local.set({ [key]: step });
