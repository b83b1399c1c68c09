import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Statement } from "./statement";

/** A statement as a signature sees it: white space collapsed, lists in a fixed order, Unicode in NFC, no author. */
export const canonicalStatement = (it: Statement): Omit<Statement, "author"> => ({
  who: plain(it.who),
  problem: plain(it.problem),
  evidence: it.evidence.map(collapsed).sort(),
  cost: plain(it.cost),
  successSignal: plain(it.successSignal),
  workaround: plain(it.workaround),
  nonGoals: it.nonGoals.map(collapsed).sort(),
});

/** What a signature accepts: the material fields of a statement as text, the same for whatever does not change the problem. */
export const canonicalText = (statement: Statement): string => JSON.stringify(canonicalStatement(statement));

/** SHA-256 of the canonical text in UTF-8, 64 lower-case hex digits. */
export const statementHash = (statement: Statement): string =>
  bytesToHex(sha256(utf8ToBytes(canonicalText(statement))));

const collapsed = (it: string): string => it.normalize("NFC").replace(/\s+/g, " ").trim();
const plain = (it: string | null): string | null => (it === null ? null : collapsed(it));
