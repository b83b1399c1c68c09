import { browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import { z } from "zod";
import { answerMessages } from "./answer-messages";
import { injectIntoOpenPages, registerContentScripts } from "./register-content-scripts";

// The extension's policy forbids `new Function`, which zod would try at its first object.
z.config({ jitless: true });

export default defineBackground({
  type: "module",
  main() {
    answerMessages();
    browser.action.onClicked.addListener(() => browser.runtime.openOptionsPage());
    browser.permissions.onAdded.addListener(() => registerContentScripts().then(injectIntoOpenPages));
    browser.permissions.onRemoved.addListener(registerContentScripts);
    browser.runtime.onStartup.addListener(registerContentScripts);
    browser.runtime.onInstalled.addListener(() => registerContentScripts().then(injectIntoOpenPages));
  },
});
