import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Statement } from "./statement";

/**
 * What a signature accepts: the material fields of a statement, white space collapsed, lists in a fixed
 * order, Unicode in NFC. The author is no part of it.
 */
export function canonicalText(statement: Statement): string {
  return JSON.stringify({
    who: plain(statement.who),
    problem: plain(statement.problem),
    evidence: statement.evidence.map(collapsed).sort(),
    cost: plain(statement.cost),
    successSignal: plain(statement.successSignal),
    workaround: plain(statement.workaround),
    nonGoals: statement.nonGoals.map(collapsed).sort(),
  });
}

/** SHA-256 of the canonical text in UTF-8, 64 lower-case hex digits. */
export const statementHash = (statement: Statement): string =>
  bytesToHex(sha256(utf8ToBytes(canonicalText(statement))));

const collapsed = (it: string): string => it.normalize("NFC").replace(/\s+/g, " ").trim();
const plain = (it: string | null): string | null => (it === null ? null : collapsed(it));
