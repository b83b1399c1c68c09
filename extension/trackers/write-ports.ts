import { jiraWritePort } from "../../shared/jira/write-port";
import type { WriteCall, WritePort } from "../../shared/tracker/write-port";
import type { TrackerId } from "./hosts";
import { linearWritePort } from "./linear/write-port";

/** How to write into each tracker. */
export const writePorts: Record<TrackerId, (call: WriteCall) => WritePort> = {
  jira: (call) => jiraWritePort(call),
  linear: linearWritePort,
};
