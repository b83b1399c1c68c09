import { mechanismSentence } from "../../shared/domain/mechanism-sentence";
import type { Translate } from "../../shared/ui/translate";
import { wordOf } from "../../shared/ui/word-of";
import type { SourceFacts, TicketFacts, UnknownReason } from "../messaging/facts";

/** What a badge shows: words and marks, nothing to decide. */
export interface BadgeView {
  state: "pending" | TicketFacts["state"];
  text: string;
  /** What a screen reader says: aim, mechanism, standing. */
  label: string;
  /** The statement is unsigned or its signature no longer holds. */
  locked: boolean;
  /** Shown from memory, because the tracker could not be asked. */
  stale: boolean;
}

/** The badge of a ticket that cannot be told about, and why. */
export const unknownView = (key: string, reason: UnknownReason, t: Translate): BadgeView => ({
  state: "unknown",
  text: t("unknown"),
  label: t("badgeUnknown", key, t(`unknown_${wordOf(reason)}`)),
  locked: false,
  stale: false,
});

const signedEnough: ReadonlySet<string> = new Set(["signed", "partial"]);

/** The badge of a ticket that nothing is known of yet. */
export const pendingView = (key: string, t: Translate): BadgeView => ({
  state: "pending",
  text: "",
  label: t("badgePending", key),
  locked: false,
  stale: false,
});

/** The badge of a ticket with these facts; `source` is what `facts.from` names. */
export function badgeView(
  facts: TicketFacts,
  source: SourceFacts | undefined,
  stale: boolean,
  t: Translate,
): BadgeView {
  const standing = t(`standing_${facts.standing}`);
  const view = (text: string, label: string, locked = false): BadgeView => ({
    state: facts.state,
    text,
    label: stale ? `${label} ${t("badgeStale")}` : label,
    locked,
    stale,
  });
  switch (facts.state) {
    case "aligned": {
      const aim = source?.sheet?.aim?.title ?? "";
      const mechanism = source?.sheet?.mechanism;
      const sentence = mechanism ? mechanismSentence(mechanism) : "";
      return view(
        aim,
        t("badgeAligned", facts.key, aim, sentence, standing),
        !signedEnough.has(facts.standing),
      );
    }
    case "lane": {
      const lane = t(`lane_${facts.lane}`);
      return view(lane, t("badgeLane", facts.key, lane));
    }
    case "orphan": {
      const why = facts.reasons.map((reason) => t(`orphan_${wordOf(reason)}`)).join(" ");
      return view(t("orphan"), t("badgeOrphan", facts.key, why));
    }
    case "unknown":
      return unknownView(facts.key, facts.reason, t);
  }
}
