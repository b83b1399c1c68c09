import type { SuggestionReason } from "../../domain/suggest-bets";
import { failureText } from "../failure-text";
import type { PortFailure } from "../port";
import type { Translate } from "../translate";
import type { Act } from "./triage-state";

/** What was decided, in a sentence. */
export function actText(t: Translate, { choice, entries }: Act): string {
  const [first] = entries;
  const isOne = entries.length === 1 && first !== undefined;
  const who = isOne ? first.key : t("triage_orphans", String(entries.length));
  if (choice.kind === "parent") return t("triage_linked", who, choice.title);
  if (choice.kind === "lane") return t("triage_laned", who, t(`lane_${choice.value}`));
  return t("triage_deferred", who, choice.value);
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
