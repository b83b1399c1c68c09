import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import type { ApiRequest } from "../../shared/tracker/tracker-api";
import { performRequest } from "../trackers/perform-request";
import { performerName } from "../trackers/performer-name";

/** Put into a tracker's page when something is to be written there, so that no page carries it for nothing. */
export default defineUnlistedScript(() => {
  const { signal } = new AbortController();
  Object.assign(globalThis, {
    [Symbol.for(performerName)]: (request: ApiRequest) => performRequest(request, signal),
  });
});
