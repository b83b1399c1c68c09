import type { SuggestionReason } from "../../domain/suggest-bets";
import { failureText } from "../failure-text";
import type { PortFailure } from "../port";
import type { Translate } from "../translate";
import type { Act } from "./triage-state";

/** What was decided, in a sentence; of many orphans one that says whether it `isUnderway`. */
export function actText(t: Translate, { choice, entries }: Act, isUnderway = false): string {
  const [first] = entries;
  const isOne = entries.length === 1 && first !== undefined;
  const who = isOne ? first.key : t("triage_orphans", String(entries.length));
  const what =
    choice.kind === "parent"
      ? choice.title
      : choice.kind === "lane"
        ? t(`lane_${choice.value}`)
        : choice.value;
  if (isUnderway && !isOne) return t(`triage_${choice.kind}_underway`, who, what);
  return t(
    choice.kind === "parent" ? "triage_linked" : choice.kind === "lane" ? "triage_laned" : "triage_deferred",
    who,
    what,
  );
}

/** Why a bet is suggested. */
export function reasonText(t: Translate, reason: SuggestionReason): string {
  switch (reason.kind) {
    case "words":
      return t("triage_why_words", reason.words.join(", "));
    case "tickets":
      return t("triage_why_tickets", reason.keys.join(", "));
    case "label":
      return t("triage_why_label", reason.name);
    case "component":
      return t("triage_why_component", reason.name);
    case "reporter":
      return t("triage_why_reporter");
  }
}

/** What went wrong, in the tracker's own words where it had any. */
export const whyItFailed = (t: Translate, failure: PortFailure | null): string =>
  failure === null ? t("triage_failedUnknown") : t("triage_failed", failureText(t, failure));
