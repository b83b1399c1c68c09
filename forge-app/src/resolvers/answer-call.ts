import { askAsUser } from "../jira/ask-jira";
import { type CallHandler, refusal } from "./call-handler";
import type { Answer, Calls } from "./calls";
import { enterSprint } from "./enter-sprint";
import { gateNumbers } from "./gate-numbers";
import { health } from "./health";
import { defaultPolicy, readSettings, saveSettings } from "./settings";
import { mySignRight } from "./sign-right";
import { sprintReports } from "./sprint-reports";

const handlers: { [K in keyof Calls]: CallHandler<K> } = {
  ...{ health, gateNumbers, sprintReports, readSettings, saveSettings },
  ...{ defaultPolicy, enterSprint, mySignRight },
};

/**
 * Answers one call of a page in the name of the person whom the platform names; null: nobody is signed in. A page is not believed: its
 * payload is parsed, and what the person may do is asked of Jira again.
 */
export async function answerCall<K extends keyof Calls>(
  name: K,
  payload: unknown,
  accountId: string | null,
): Promise<Answer<Calls[K]["gives"]>> {
  if (accountId === null) return refusal("signed-out");
  const handler: CallHandler<K> = handlers[name];
  const asked = handler.asks.safeParse(payload ?? {});
  if (!asked.success) return refusal("rejected");
  try {
    return await handler.answer(asked.data, { ask: askAsUser, now: Date.now() });
  } catch (error) {
    // The platform's own storage throws, at its limits too.
    console.warn(`The call ${name} failed.`, error);
    return refusal("server");
  }
}
