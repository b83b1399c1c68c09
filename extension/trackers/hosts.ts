/** The trackers that Plumbline knows. Adding one here makes every registry below incomplete until its folder exists. */
export const trackerIds = ["jira", "linear"] as const;
export type TrackerId = (typeof trackerIds)[number];

interface TrackerHosts {
  /** The path on a page's host where a person signs in again; null: what must be renewed is the key in the settings. */
  loginPath: string | null;
  isPage(hostname: string): boolean;
}

export const hosts: Record<TrackerId, TrackerHosts> = {
  jira: {
    loginPath: "/login",
    isPage: (hostname) => hostname.endsWith(".atlassian.net"),
  },
  linear: {
    loginPath: null,
    isPage: (hostname) => hostname === "linear.app",
  },
};

/** The tracker whose pages live on this origin (`https://host`), or null. */
export function trackerOfOrigin(origin: string): TrackerId | null {
  if (!URL.canParse(origin)) return null;
  const { protocol, hostname, port } = new URL(origin);
  if (protocol !== "https:" || port !== "") return null;
  return trackerIds.find((id) => hosts[id].isPage(hostname)) ?? null;
}
