import { failureKinds } from "../../shared/tracker/failure";
import type { TrackerId } from "../trackers/hosts";
import type { View } from "../trackers/tracker-page";
import type { ViewReport } from "../trackers/view-report";
import type { TicketState } from "./facts";

/** What goes wrong on a page, as far as a person can be told what to do about it. Closed: the UI has a sentence for each. */
export const troubleKinds = [...failureKinds, "view-changed"] as const;
export type TroubleKind = (typeof troubleKinds)[number];

export interface Trouble {
  kind: TroubleKind;
  /** Since when, UTC ISO. */
  since: string;
  /** When Plumbline asks again by itself, UTC ISO; null: only when somebody does something. */
  retryAt: string | null;
}

/** What the overlay sees on one page, for the popup and the mark on the toolbar icon. */
export interface PageStatus {
  tracker: TrackerId;
  /** `https://host`. */
  origin: string;
  view: View;
  /** How many distinct tickets on the page are in each state. */
  tickets: Record<TicketState["state"] | "pending", number>;
  troubles: Trouble[];
  /** What a person may send on where the view could not be read as expected; null: it could. */
  report: ViewReport | null;
}
