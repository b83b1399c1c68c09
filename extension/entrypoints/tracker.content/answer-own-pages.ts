import { browser } from "wxt/browser";
import { onMessage, type PageProtocol } from "../../messaging/extension-protocol";
import { mustBeOwnPage } from "../../messaging/own-page";

/** Answers the popup and the worker, and nobody else, until `signal` ends it. */
export function answerOwnPages(
  answers: { [Name in keyof PageProtocol]: () => ReturnType<PageProtocol[Name]> },
  signal: AbortSignal,
): void {
  // Asked for now: it cannot be looked up any more once the extension is gone.
  const { id } = browser.runtime;
  const ownRoot = browser.runtime.getURL("/");
  for (const name of Object.keys(answers) as (keyof PageProtocol)[]) {
    const stop = onMessage(name, ({ sender }) => {
      mustBeOwnPage(sender, id, ownRoot);
      return answers[name]();
    });
    signal.addEventListener("abort", stop);
  }
}
