import type { TrackerId } from "./hosts";
import { jiraWritePort } from "./jira/write-port";
import { linearWritePort } from "./linear/write-port";
import type { WriteCall, WritePort } from "./write-port";

/** How to write into each tracker. */
export const writePorts: Record<TrackerId, (call: WriteCall) => WritePort> = {
  jira: (call) => jiraWritePort(call),
  linear: linearWritePort,
};
