import { browser } from "wxt/browser";
import type { PageProtocol } from "../../messaging/extension-protocol";
import { mustBeOwnPage } from "../../messaging/own-page";
import { onAbort } from "./on-abort";

type Answers = { [Name in keyof PageProtocol]: () => ReturnType<PageProtocol[Name]> };

/**
 * Answers the popup and the worker, and nobody else, until `signal` ends it; as `onMessage` of extension-protocol.ts
 * does, without the library's weight in every page.
 */
export function answerOwnPages(answers: Answers, signal: AbortSignal): void {
  const { id, onMessage } = browser.runtime;
  const ownRoot = browser.runtime.getURL("/");
  const listener = (
    { type }: { type: string },
    sender: chrome.runtime.MessageSender,
    respond: (answer: object) => void,
  ): void => {
    if (!Object.hasOwn(answers, type)) return;
    try {
      mustBeOwnPage(sender, id, ownRoot);
      respond({ res: answers[type as keyof Answers]() });
    } catch (error) {
      const { name, message } = error as Error;
      respond({ err: { name, message, stack: "" } });
    }
  };
  onMessage.addListener(listener);
  onAbort(signal, () => onMessage.removeListener(listener));
}
