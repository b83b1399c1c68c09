import { defineContentScript } from "wxt/utils/define-content-script";
import { takePort } from "../../messaging/hand-over";
import { gateScreens } from "../../trackers/gate-screens";
import { trackerOfOrigin } from "../../trackers/hosts";
import { createAsker } from "./asker";
import { wrapFetch } from "./wrap-fetch";
import { wrapXhr } from "./wrap-xhr";

export default defineContentScript({
  // Registered at run time, for the sites that the person has turned on; see register-content-scripts.ts.
  registration: "runtime",
  matches: [],
  world: "MAIN",
  runAt: "document_start",
  main() {
    const tracker = trackerOfOrigin(location.origin);
    if (tracker === null) return;
    // Without the isolated world nobody could be asked, and so nothing is wrapped.
    takePort(document, (port) => {
      const asker = createAsker(window, port);
      wrapFetch(window, gateScreens[tracker], asker);
      wrapXhr(window, gateScreens[tracker], asker);
    });
  },
});
