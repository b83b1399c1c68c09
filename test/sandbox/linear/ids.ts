import { createHash } from "node:crypto";

/** The same UUID (version 4 in form) for the same name, so that a seed gives the same ids every time. */
export function uuidFor(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The twelve hexadecimal digits that end the address of a project, initiative or document. */
export function slugIdFor(name: string): string {
  return createHash("sha256").update(`slug:${name}`).digest("hex").slice(0, 12);
}

export const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
