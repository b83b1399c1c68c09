import type { Translate } from "../../shared/ui/translate";
import { wordOf } from "../../shared/ui/word-of";
import type { UnknownReason } from "../messaging/facts";
import type { CardRow } from "./hovercard-rows";

/** What helps on this page. */
export interface Remedy {
  /** Where a person signs in again; null: a key in the settings is what lets Plumbline in. */
  loginUrl: string | null;
  /** When Plumbline asks again by itself, as people read it; null: not planned. */
  retryAt: string | null;
}

const inSettings: ReadonlySet<UnknownReason> = new Set(["no-key", "other-workspace"]);
const worthAsking: ReadonlySet<UnknownReason> = new Set([
  "forbidden",
  "offline",
  "server",
  "malformed",
  "no-answer",
]);

/** Why something could not be read, and what to do about it: in one click where a click can do it. */
export function troubleRows(reason: UnknownReason, t: Translate, { loginUrl, retryAt }: Remedy): CardRow[] {
  const fix = (row: Omit<CardRow, "kind">): CardRow => ({ kind: "fix", ...row });
  const rows: CardRow[] = [{ kind: "alert", text: t(`unknown_${wordOf(reason)}`) }];
  const text = t(`unknown_${wordOf(reason)}_fix`);
  if (reason === "stale-tab") return [...rows, fix({ text, action: "reload" })];
  if (inSettings.has(reason)) return [...rows, fix({ text, action: "openOptions" })];
  if (reason === "signed-out") {
    return loginUrl === null
      ? [...rows, fix({ text: t("checkKey"), action: "openOptions" })]
      : [...rows, fix({ text, href: loginUrl })];
  }
  rows.push(fix({ text: retryAt === null ? text : t("asksAgainAt", retryAt) }));
  return worthAsking.has(reason) ? [...rows, fix({ text: t("askAgain"), action: "ask-again" })] : rows;
}

/** What the card says of a ticket shown from memory: when it was read, and why it could not be checked since. */
export const staleRows = (
  readAt: string,
  reason: UnknownReason | null,
  t: Translate,
  remedy: Remedy,
): CardRow[] => [
  { kind: "alert", text: t("cardStale", readAt) },
  ...(reason === null ? [] : troubleRows(reason, t, remedy)),
];
