import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** The version of what stands in a tracker that gives no version: the hash of all of it. */
export const textVersion = (text: string | null): string =>
  text === null ? "none" : bytesToHex(sha256(utf8ToBytes(text)));
