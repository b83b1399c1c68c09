import { hosts, trackerIds } from "../../trackers/hosts";

/** One site as a person sees it, with all the match patterns that go on and off with it. */
export interface GrantedSite {
  name: string;
  origins: string[];
}

/** The sites behind granted match patterns: a tracker's own API is no site but goes with its pages. */
export function grantedSites(origins: readonly string[]): GrantedSite[] {
  const apis = new Map(trackerIds.flatMap((id) => hosts[id].apis.map((api) => [api, hosts[id].pages])));
  return origins
    .filter((origin) => !apis.has(origin))
    .map((origin) => ({
      name: /^[^:]+:\/\/([^/]+)\//.exec(origin)?.[1] ?? origin,
      origins: [origin, ...origins.filter((it) => apis.get(it)?.includes(origin))],
    }));
}
