import { noAnswer } from "../../shared/tracker/answer-of";
import type { ApiAnswer } from "../../shared/tracker/tracker-api";
import type { WriteCall } from "../../shared/tracker/write-port";
import { callLinear } from "../facts/call-linear";
import { noteRefusal } from "../facts/note-refusal";
import type { LinearKeyStore } from "../store/linear-key";
import type { SitePauses } from "../store/site-pauses";
import { callInPage } from "../trackers/call-in-page";
import type { Tenant } from "./tenant";

/** Longer than any one call may take where it is made. */
const deadlineMs = 25_000;
/** A page that hung longer begins no call any more: with its own 20 s it would arrive after the outbox has looked for it and sent it again. */
const begunWithinMs = 8_000;

const signedOut: ApiAnswer = { ...noAnswer, status: 401 };

/**
 * Makes calls to the tracker of a tenant: from one of its open pages, or with the person's key where it has an API for that. Where the
 * tracker asked to be left in peace it is not asked, and the answer is the refusal with the rest of the wait; `isUrgent`: it is asked all
 * the same. Whatever it refuses from then on is noted for everybody.
 */
export const trackerCall =
  (
    { id, api, origin, workspace }: Tenant,
    keys: LinearKeyStore,
    pauses: SitePauses,
    isUrgent = false,
  ): WriteCall =>
  async (request, signal) => {
    if (signal.aborted) return noAnswer;
    const pause = isUrgent ? null : await pauses.inForce(id, Date.now());
    if (pause !== null) {
      const retryAfterS = pause.retryAfterMs === null ? null : pause.retryAfterMs / 1000;
      // Surely not sent, whatever the tracker was troubled by.
      return { ...noAnswer, status: 429, retryAfterS };
    }
    const notAfter = Date.now() + begunWithinMs;
    const over = AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)]);
    const stopped = new Promise<ApiAnswer>((resolve) =>
      over.addEventListener("abort", () => resolve(noAnswer), { once: true }),
    );
    const call = async () => {
      if (api.caller === "page") return callInPage(origin, request, over, notAfter);
      const row = await keys.read();
      return row?.workspace === workspace ? callLinear(request, row.key) : signedOut;
    };
    const answer = await Promise.race([call(), stopped]);
    const read = answer.status >= 400 ? api.read(request, answer, origin) : null;
    if (read?.ok === false) await noteRefusal(pauses, id, read.error, Date.now(), Math.random());
    return answer;
  };
