import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { createSprintNotes } from "../frame/sprint-notes";
import { type SprintNotesCall, sprintNotesName } from "../frame/sprint-notes-call";
import { trackerOfOrigin } from "../trackers/hosts";
import { sprintHeaders } from "../trackers/sprint-headers";
import { runningSignal } from "./tracker.content/lifetime";

/** Put into a tracker's page once there is something to say of its sprints, so that no page carries it for nothing. */
export default defineUnlistedScript(() => {
  const tracker = trackerOfOrigin(location.origin);
  const signal = runningSignal();
  if (tracker === null || signal === undefined) return;
  const call: SprintNotesCall = createSprintNotes({ document, headersOf: sprintHeaders[tracker], signal });
  // What an earlier version left in the page goes with its own end.
  Object.assign(globalThis, { [Symbol.for(sprintNotesName)]: call });
});
