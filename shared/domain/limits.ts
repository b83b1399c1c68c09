import { utf8Length } from "./utf8-length";

/** How much a tracker keeps of one thing. */
export interface SizeLimit {
  most: number;
  unit: "characters" | "bytes";
  /** `documented`: the tracker's own word. `careful`: it names no limit, and this is what we keep to. */
  source: "documented" | "careful";
}

/** The limits that what is written can meet (reference, November 2026). */
export const limits = {
  // The specification says characters for the body and bytes for the value; bytes are never fewer, so they are what is kept to.
  "jira-property": { most: 32_768, unit: "bytes", source: "documented" },
  "jira-comment": { most: 32_767, unit: "characters", source: "careful" },
  "linear-document": { most: 100_000, unit: "characters", source: "careful" },
  "linear-comment": { most: 50_000, unit: "characters", source: "careful" },
} as const satisfies Record<string, SizeLimit>;
export type LimitName = keyof typeof limits;

/** How much room is left, told before it is gone. */
export interface Room {
  used: number;
  limit: SizeLimit;
  /** Negative: so much must go. */
  left: number;
  /** `near` from nine tenths on. */
  state: "ample" | "near" | "over";
}

/** The room that `text` leaves; for a property it is the JSON that will be stored, as `JSON.stringify` writes it. */
export function roomFor(name: LimitName, text: string): Room {
  const limit: SizeLimit = limits[name];
  const used = limit.unit === "bytes" ? utf8Length(text) : text.length;
  const left = limit.most - used;
  return { used, limit, left, state: left < 0 ? "over" : used >= limit.most * 0.9 ? "near" : "ample" };
}
