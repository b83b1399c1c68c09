import type { JiraUser } from "../records";
import type { JiraSite } from "../site";

export const sessionCookie = "cloud.session.token";
export const signedOutCookie = "signed-out";
export const themeCookie = "sandbox.theme";

/** Who asks: a person, somebody who logged out, or a browser on its first visit. */
export type Session = { kind: "user"; user: JiraUser } | { kind: "signed-out" } | { kind: "none" };

/** A cookie's value; the last one wins where a name comes twice. */
export function cookieOf(request: Request, name: string): string | null {
  const pairs = (request.headers.get("cookie") ?? "").split(/;\s*/);
  const pair = pairs.findLast((it) => it.startsWith(`${name}=`));
  return pair === undefined ? null : pair.slice(name.length + 1);
}

export function sessionOf(request: Request, site: JiraSite): Session {
  if (cookieOf(request, signedOutCookie) === "1") return { kind: "signed-out" };
  const personId = cookieOf(request, sessionCookie);
  const user = site.users.find((it) => it.personId === personId);
  return user ? { kind: "user", user } : { kind: "none" };
}

/** Who a first visit is signed in as. */
export const firstAdmin = (site: JiraSite): JiraUser | undefined =>
  site.users.find((user) => user.role === "admin" && user.accountType === "atlassian");

const attributes = "Path=/; Secure; SameSite=Lax";
export const signIn = (user: JiraUser): string[] => [
  `${sessionCookie}=${user.personId}; ${attributes}; HttpOnly`,
  `${signedOutCookie}=; ${attributes}; Max-Age=0`,
];
export const signOut = (): string[] => [
  `${sessionCookie}=; ${attributes}; HttpOnly; Max-Age=0`,
  `${signedOutCookie}=1; ${attributes}`,
];
export const keepTheme = (theme: "light" | "dark"): string => `${themeCookie}=${theme}; ${attributes}`;
