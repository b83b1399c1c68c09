import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { BreakGlassRules } from "./policy";
import { type CommentFacts, ownWords } from "./sign-off";
import { type Members, signersOf } from "./signers";

/** One person puts one issue into a sprint against the rules, says why, and until when that is to hold. */
export interface BreakGlass {
  /** The lasting id of the issue, so that the code is worth nothing on another one. */
  object: string;
  reason: string;
  /** A UTC ISO moment. */
  until: string;
}

/** What a comment says of it, with what the tracker vouches for. `reason` null: the code is not for the reason that stands there. */
export type BreakGlassEvidence = { object: string; reason: string | null; until: string } & CommentFacts;

/** Why a comment that breaks the glass does not count. Closed list, in the order in which they are looked at. */
export const breakGlassRefusals = [
  "not-allowed",
  "other-object",
  "by-app",
  "edited",
  "no-right",
  "people-unread",
  "other-reason",
  "no-reason",
  "expired",
] as const;
export type BreakGlassRefusal = (typeof breakGlassRefusals)[number];

const begin = "Broke the glass: ";
const code = /(?<![\w:-])plumbline:break-glass:v1:([\w-]{1,64}):(\d{8}T\d{6}Z):([0-9a-f]{64})(?![\w:-])/g;

/** The text of a comment that breaks the glass: a line for people, then the code. The reason becomes one line. */
export function writeBreakGlass({ object, reason, until }: BreakGlass): string {
  const line = reason.replace(/\s+/g, " ").trim();
  const moment = new Date(until).toISOString().replace(/[-:]|\.\d+/g, "");
  return `${begin}${line}\n\nplumbline:break-glass:v1:${object}:${moment}:${reasonHash(line)}`;
}

/** The breaking in a comment: none or one, as a list to flatten. Quotes do not count, nor do two that differ. */
export function breakGlassIn(commentText: string, facts: CommentFacts): BreakGlassEvidence[] {
  const own = ownWords(commentText);
  const found = new Map([...own.matchAll(code)].map((it) => [it[0], it]));
  const [first, second] = found.values();
  const [, object, moment, hash] = first ?? [];
  if (second !== undefined || object === undefined || moment === undefined) return [];
  const until = momentOf(moment);
  if (until === null) return [];
  const line = own.split("\n").find((it) => it.includes(begin.trim())) ?? "";
  const reason = line.slice(line.indexOf(begin.trim()) + begin.trim().length).trim();
  return [{ object, until, reason: reasonHash(reason) === hash ? reason : null, ...facts }];
}

/** Until when a breaking holds under the policy at most; a UTC ISO moment. */
export function glassEnd({ until, createdAt }: BreakGlassEvidence, { expiryHours }: BreakGlassRules): string {
  const latest = Date.parse(createdAt) + expiryHours * 3_600_000;
  return new Date(Math.min(Date.parse(until), latest)).toISOString();
}

/** Why a breaking does not count for an issue at `now`, a UTC ISO moment; null: it does. */
export function judgeBreakGlass(
  it: BreakGlassEvidence,
  issue: string,
  rules: BreakGlassRules,
  members: Members,
  now: string,
): BreakGlassRefusal | null {
  if (!rules.allowed) return "not-allowed";
  if (it.object !== issue) return "other-object";
  if (it.author.kind === "app") return "by-app";
  if (it.edited !== "no") return "edited";
  const { anyone, people, unread } = signersOf({ ...rules, signers: rules.people }, members);
  if (!anyone && !people.has(it.author.id)) return unread.length > 0 ? "people-unread" : "no-right";
  if (it.reason === null) return "other-reason";
  if (rules.reasonRequired && wordsOf(it.reason) === "") return "no-reason";
  return Date.parse(glassEnd(it, rules)) > Date.parse(now) ? null : "expired";
}

/** Letters and digits only: a tracker may escape or restyle the rest. */
const wordsOf = (reason: string): string =>
  reason
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
const reasonHash = (reason: string): string => bytesToHex(sha256(utf8ToBytes(wordsOf(reason))));

function momentOf(basic: string): string | null {
  const iso = basic.replace(/(....)(..)(..T..)(..)(..Z)/, "$1-$2-$3:$4:$5");
  return Number.isNaN(Date.parse(iso)) ? null : new Date(iso).toISOString();
}
