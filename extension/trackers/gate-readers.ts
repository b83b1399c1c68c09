import { jiraGateReader } from "../../shared/jira/gate-reader";
import type { GateReaderFor } from "../../shared/tracker/gate-reader";
import type { TrackerId } from "./hosts";
import { linearGateReader } from "./linear/gate-reader";

/** How to read each tracker for verdicts. */
export const gateReaders: Record<TrackerId, GateReaderFor> = {
  jira: jiraGateReader,
  linear: linearGateReader,
};
