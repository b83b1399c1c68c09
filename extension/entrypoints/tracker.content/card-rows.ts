import type { Translate } from "../../../shared/ui/translate";
import { type CardRow, hovercardRows } from "../../badge/hovercard-rows";
import { staleRows, troubleRows } from "../../badge/trouble-rows";
import type { Trouble } from "../../messaging/page-status";
import type { FactsClient } from "./facts-client";

interface CardRowsOptions {
  document: Document;
  t: Translate;
  facts: FactsClient;
  isGone: () => boolean;
  loginUrl: string | null;
  troubles: () => readonly Trouble[];
}

/** What the hovercard of a ticket says now, in the words of the page's language for days and times. */
export function createCardRows({ document, t, facts, isGone, loginUrl, troubles }: CardRowsOptions) {
  return (key: string): CardRow[] => {
    // Formats are made only here: a page that opens pays tens of milliseconds for its first.
    const language = document.documentElement.lang || undefined;
    const day = (at: string) =>
      new Date(at).toLocaleDateString(language, { dateStyle: "medium", timeZone: "UTC" });
    const trouble = troubles().find(({ kind }) => kind !== "view-changed");
    const retryAt = trouble?.retryAt ? new Date(trouble.retryAt).toLocaleTimeString(language) : null;
    const remedy = { loginUrl, retryAt };
    if (isGone()) return troubleRows("stale-tab", t, remedy);
    const known = facts.get(key);
    if (known === undefined) return [{ kind: "title", text: t("cardPending") }];
    const rows = hovercardRows(known.facts, known.source, t, day, remedy);
    if (known.facts.state !== "unknown")
      rows.push({
        kind: "fix",
        text: t(known.facts.standing === "missing" ? "cardWrite" : "cardOpen"),
        action: "openStatement",
      });
    if (!known.stale) return rows;
    const reason = trouble === undefined || trouble.kind === "view-changed" ? null : trouble.kind;
    const at = new Date(known.facts.readAt).toLocaleString(language, {
      dateStyle: "medium",
      timeStyle: "short",
    });
    return [...staleRows(at, reason, t, remedy), ...rows];
  };
}
