import { noAnswer } from "../../shared/tracker/answer-of";
import type { ApiAnswer } from "../../shared/tracker/tracker-api";
import type { WriteCall } from "../../shared/tracker/write-port";
import { callLinear } from "../facts/call-linear";
import type { LinearKeyStore } from "../store/linear-key";
import { callInPage } from "../trackers/call-in-page";
import type { Tenant } from "./tenant";

/** Longer than any one call may take where it is made. */
const deadlineMs = 25_000;

const signedOut: ApiAnswer = { ...noAnswer, status: 401 };

/** Makes calls to the tracker of a tenant: from one of its open pages, or with the person's key where it has an API for that. */
export const trackerCall =
  ({ api, origin, workspace }: Tenant, keys: LinearKeyStore): WriteCall =>
  async (request, signal) => {
    if (signal.aborted) return noAnswer;
    const over = AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)]);
    const stopped = new Promise<ApiAnswer>((resolve) =>
      over.addEventListener("abort", () => resolve(noAnswer), { once: true }),
    );
    const call = async () => {
      if (api.caller === "page") return callInPage(origin, request);
      const row = await keys.read();
      return row?.workspace === workspace ? callLinear(request, row.key) : signedOut;
    };
    return Promise.race([call(), stopped]);
  };
