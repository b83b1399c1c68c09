/** The trackers that Plumbline knows. Adding one here makes every registry below incomplete until its folder exists. */
export const trackerIds = ["jira", "linear"] as const;
export type TrackerId = (typeof trackerIds)[number];

interface TrackerHosts {
  /** Match patterns of the pages that get badges; a star stands for a tenant that the person names. */
  pages: readonly string[];
  /** Match patterns that the background calls with the person's own key. */
  apis: readonly string[];
  /** The path on a page's host where a person signs in again; null: what must be renewed is the key in the settings. */
  loginPath: string | null;
  isPage(hostname: string): boolean;
}

export const hosts: Record<TrackerId, TrackerHosts> = {
  jira: {
    pages: ["https://*.atlassian.net/*"],
    apis: [],
    loginPath: "/login",
    isPage: (hostname) => hostname.endsWith(".atlassian.net"),
  },
  linear: {
    pages: ["https://linear.app/*"],
    apis: ["https://api.linear.app/*"],
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
