import { type Handlers, makeResolver } from "@forge/resolver";
import { answerCall } from "./answer-call";
import type { CallDefinitions, Calls } from "./calls";

/** What the platform hands to a function of the resolver; nobody signed in has no account. */
interface Asked {
  payload?: unknown;
  context: { accountId?: string };
}

const answers =
  <K extends keyof Calls>(name: K) =>
  ({ payload, context }: Asked) =>
    answerCall(name, payload, context.accountId ?? null);

const handlers: Handlers<CallDefinitions> = {
  health: answers("health"),
  gateNumbers: answers("gateNumbers"),
  sprintReports: answers("sprintReports"),
  readSettings: answers("readSettings"),
  saveSettings: answers("saveSettings"),
  defaultPolicy: answers("defaultPolicy"),
  enterSprint: answers("enterSprint"),
  mySignRight: answers("mySignRight"),
};
const answerKnown = makeResolver<CallDefinitions>(handlers);

/** The one resolver of all pages. */
export const answerCalls: typeof answerKnown = (asked, platform) => {
  const { functionKey } = asked.call;
  // The package would find what every object has, such as its constructor.
  if (!Object.hasOwn(handlers, functionKey)) throw new Error("There is no such call.");
  return answerKnown(asked, platform);
};
