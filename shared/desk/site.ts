import type { TrackerApi } from "../tracker/tracker-api";

/** One tenant of one tracker. */
export interface Site {
  /** `https://host`, with the workspace behind it where the host serves several. */
  id: string;
  origin: string;
  api: TrackerApi;
}
