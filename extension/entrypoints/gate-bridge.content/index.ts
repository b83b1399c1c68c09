import { browser } from "wxt/browser";
import { defineContentScript } from "wxt/utils/define-content-script";
import { askBackground } from "../../messaging/ask-background";
import { gatePort } from "../../messaging/gate-protocol";
import { offerPort } from "../../messaging/hand-over";
import { gates } from "../../trackers/gates";
import { trackerOfOrigin } from "../../trackers/hosts";
import { answerGate } from "./answer-gate";
import { createReadAhead } from "./read-ahead";
import { watchIntent } from "./watch-intent";
import { watchPage } from "./watch-page";

const kept = Symbol.for(gatePort);
/** What every run of this script in one page shares, until an update of the extension brings a world of its own. */
const world = globalThis as { [kept]?: MessagePort };

export default defineContentScript({
  // Registered at run time, for the sites that the person has turned on; see register-content-scripts.ts.
  registration: "runtime",
  matches: [],
  runAt: "document_start",
  main() {
    const tracker = trackerOfOrigin(location.origin);
    if (tracker === null) return;
    const port = world[kept] ?? offerPort(document);
    if (port === null) return;
    world[kept] = port;
    const isGone = () => browser.runtime?.id === undefined;
    watchPage(window, (what) => askBackground("notePage", what), isGone);
    const gate = gates[tracker];
    const ahead = createReadAhead((key) => askBackground("readAhead", key));
    const over = new AbortController();
    const expected = (key: string) => (isGone() ? over.abort() : ahead.expect(key));
    watchIntent(window, gate.keyIn, expected, over.signal);
    answerGate(
      port,
      gate,
      {
        isGone,
        judge: (moves, isLetIn) => askBackground("judgeMoves", { moves, isLetIn }),
        readConfig: () => askBackground("readGateConfig", undefined),
        notePassed: (passed, moves) => askBackground("noteGatePassed", { passed, moves }),
        noteWrote: () => askBackground("notePage", "wrote"),
      },
      ahead,
    );
  },
});
