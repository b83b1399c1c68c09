import { hosts, trackerIds, trackerOfOrigin } from "./hosts";
import { matchPatterns } from "./match-patterns";

/** The match pattern of all pages of an origin, `https://host`. */
export const patternOf = (origin: string): string => `${origin}/*`;

/** All match patterns that go on and off with a site: its pages, and the API that its tracker is asked by. */
export function patternsOf(origin: string): string[] {
  const tracker = trackerOfOrigin(origin);
  return [patternOf(origin), ...(tracker === null ? [] : matchPatterns[tracker].apis)];
}

/** The origin of a tracker's site that a match pattern names; null: it names many, an API, or nothing of a tracker's. */
export function originOf(pattern: string): string | null {
  const origin = /^(https:\/\/[^/*]+)\/\*$/.exec(pattern)?.[1];
  return origin !== undefined && trackerOfOrigin(origin) !== null ? origin : null;
}

/** True for a match pattern that reaches pages of some tracker's sites and nothing else. */
export function isTrackers(pattern: string): boolean {
  const hostname = /^https:\/\/([^/]+)\//.exec(pattern)?.[1] ?? "";
  return trackerIds.some((tracker) => hosts[tracker].isPage(hostname));
}

/** True where the granted match patterns let Plumbline do all that it does on this site. */
export const isPermitted = (origin: string, granted: readonly string[]): boolean =>
  patternsOf(origin).every((wanted) => granted.some((pattern) => covers(pattern, wanted)));

/** Whether all that `wanted` names is within `pattern`, which may hold stars in its scheme and host. */
function covers(pattern: string, wanted: string): boolean {
  if (pattern === wanted || pattern === "<all_urls>") return true;
  const [, scheme, host] = /^(\*|https):\/\/([^/]+)\/\*$/.exec(pattern) ?? [];
  const hostname = /^https:\/\/([^/]+)\//.exec(wanted)?.[1];
  if (scheme === undefined || host === undefined || hostname === undefined) return false;
  return host === "*" || host === hostname || (host.startsWith("*.") && hostname.endsWith(host.slice(1)));
}
