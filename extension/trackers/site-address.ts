import { trackerOfOrigin } from "./hosts";

/**
 * The origin of the one site that a person named by host or by any address on it, `https://host`; null: it names none
 * that a tracker serves.
 */
export function siteOfAddress(address: string): string | null {
  const typed = address.trim();
  const full = /^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(full)) return null;
  const { origin, hostname } = new URL(full);
  const isOneHost = /^[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)+$/.test(hostname) && hostname.split(".").length <= 3;
  return isOneHost && trackerOfOrigin(origin) !== null ? origin : null;
}
