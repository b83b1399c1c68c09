import { browser } from "wxt/browser";
import { type SprintNotesCall, sprintNotesName } from "../../frame/sprint-notes-call";
import { runInPage } from "../../trackers/run-in-page";

/** Has the notes about sprints of a page do something, and puts what shows them there first where it is missing. False: no overlay runs. */
export async function callSprintNotes<Name extends keyof SprintNotesCall>(
  tabId: number,
  name: Name,
  ...args: Parameters<SprintNotesCall[Name]>
): Promise<boolean> {
  const call = () => runInPage(tabId, callIn, [sprintNotesName, name, args as unknown[]]);
  if ((await call()) === true) return true;
  const target = { tabId };
  await browser.scripting.executeScript({ target, files: ["/sprint-notes.js"], injectImmediately: true });
  return (await call()) === true;
}

/** Runs in the page, and so reaches nothing around it. */
const callIn = (where: string, name: string, args: unknown[]) =>
  (globalThis as unknown as Record<symbol, Record<string, (...args: unknown[]) => boolean>>)[
    Symbol.for(where)
  ]?.[name]?.(...args);
