import type { GateReaderFor } from "./gate-reader";
import type { TrackerId } from "./hosts";
import { jiraGateReader } from "./jira/gate-reader";
import { linearGateReader } from "./linear/gate-reader";

/** How to read each tracker for verdicts. */
export const gateReaders: Record<TrackerId, GateReaderFor> = {
  jira: jiraGateReader,
  linear: linearGateReader,
};
