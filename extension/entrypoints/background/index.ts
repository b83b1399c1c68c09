import { defineBackground } from "wxt/utils/define-background";
import { z } from "zod";
import { answerMessages } from "./answer-messages";
import { followChoices } from "./follow-choices";
import { keepSites } from "./keep-sites";
import { obeyShortcuts } from "./obey-shortcuts";
import { openWelcome } from "./open-welcome";
import { offerSelectionMenu } from "./selection-menu";

// The extension's policy forbids `new Function`, which zod would try at its first object.
z.config({ jitless: true });

export default defineBackground({
  type: "module",
  main() {
    answerMessages();
    const { signal } = new AbortController();
    keepSites(signal);
    followChoices(signal);
    obeyShortcuts();
    offerSelectionMenu();
    openWelcome();
  },
});
