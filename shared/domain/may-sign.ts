import type { WaitingFunction } from "./sign-off-waiting";

/** Whether a person can sign for one of the functions that a statement waits for; without a name for any of them. */
export const maySign = (waiting: readonly WaitingFunction[], person: string, name?: string): boolean =>
  waiting.some((it) => (name === undefined || it.name === name) && (it.anyone || it.people.includes(person)));
