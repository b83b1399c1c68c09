import type { JiraUser } from "./records";
import type { JiraSite } from "./site";

/** Who asks: a person, nobody, or a browser that has signed out and meets the login page everywhere. */
export type Session = JiraUser | "signed-out" | null;

/** Reads Basic auth (`email:token`, any token) first, then the cookies `signed-out` and `cloud.session.token`. */
export function sessionOf(site: JiraSite, request: Request): Session {
  const [scheme, credentials] = (request.headers.get("authorization") ?? "").split(" ");
  if (scheme?.toLowerCase() === "basic" && credentials !== undefined) {
    const [email] = Buffer.from(credentials, "base64").toString("utf8").split(":");
    return site.users.find((user) => user.emailAddress === email) ?? null;
  }
  const cookies = new Map(
    (request.headers.get("cookie") ?? "").split(";").map((pair) => {
      const [name = "", ...value] = pair.trim().split("=");
      return [name, value.join("=")] as const;
    }),
  );
  if (cookies.get("signed-out") === "1") return "signed-out";
  return site.users.find((user) => user.personId === cookies.get("cloud.session.token")) ?? null;
}
