import { describe, expect, it } from "vitest";
import { seedCompany } from "../company/seed";
import { linearFrontEnd } from "./front-end";
import { createLinearWorkspace } from "./workspace";

const workspace = createLinearWorkspace({ company: seedCompany({ today: "2026-11-21" }) });
const frontEnd = linearFrontEnd(workspace, { revision: "1234" });
const visit = (path: string, cookie = "", init: RequestInit = {}) =>
  frontEnd(new Request(new URL(path, "https://linear.app"), { ...init, headers: { cookie } }));
const admin = workspace.store.all("User").find((user) => user.admin)?.personId ?? "";

describe("the pages' shell", () => {
  it.each([
    ["/", "/northwind/team/ATL/active"],
    ["/northwind", "/northwind/team/ATL/active"],
    ["/?theme=dark", "/northwind/team/ATL/active?theme=dark"],
  ])("leads %s to the team's list", async (path, location) => {
    const response = await visit(path);
    expect(response?.status).toBe(302);
    expect(response?.headers.get("location")).toBe(location);
  });

  it.each(["/northwind/team/ATL/board", "/northwind/issue/ATL-1/slug", "/northwind/inbox"])(
    "answers %s with the build's script, style and revision",
    async (path) => {
      const response = await visit(path);
      const body = await response?.text();
      expect(response?.headers.get("content-type")).toContain("text/html");
      expect(body).toContain("/sandbox-assets/linear/main.js");
      expect(body).toContain("/sandbox-assets/linear/main.css");
      expect(body).toContain('BUILD_REVISION: "1234"');
    },
  );

  it("signs a first visitor in as the first admin, for client-api too, and leaves a known visitor alone", async () => {
    const cookie = (await visit("/northwind/inbox"))?.headers.get("set-cookie");
    expect(cookie).toMatch(new RegExp(`^session=${admin}; Domain=linear.app; .*HttpOnly; SameSite=Strict$`));
    expect((await visit("/northwind/inbox", `session=${admin}`))?.headers.get("set-cookie")).toBeNull();
    expect((await visit("/northwind/inbox", "session=nobody"))?.headers.get("set-cookie")).toBe(cookie);
  });

  it("signs in as whoever is asked for, if there is such a person", async () => {
    expect((await visit("/login?as=tom"))?.headers.getSetCookie().join()).toContain("session=tom;");
    expect((await visit("/login?as=nobody"))?.status).toBe(404);
  });

  it("asks for today's markup unless told otherwise", async () => {
    const renamed = linearFrontEnd(workspace, { markup: "renamed" });
    const inbox = new Request("https://linear.app/northwind/inbox");
    expect(await (await visit("/northwind/inbox"))?.text()).toContain('SANDBOX_MARKUP: "today"');
    expect(await (await renamed(inbox))?.text()).toContain('SANDBOX_MARKUP: "renamed"');
  });

  it("signs out at /logout, then answers every path with a login page at 200, until /login", async () => {
    const cookies = (await visit("/logout", `session=${admin}`))?.headers.getSetCookie() ?? [];
    expect(cookies.some((cookie) => cookie.startsWith("session=; Max-Age=0"))).toBe(true);
    const page = await visit("/northwind/team/ATL/active", "signed-out=1");
    expect(page?.status).toBe(200);
    expect(await page?.text()).toContain("Log in to Linear");
    expect((await visit("/login", "signed-out=1"))?.headers.getSetCookie().join()).toContain(
      `session=${admin}`,
    );
  });

  it.each([
    ["another host", "https://client-api.linear.app/graphql"],
    ["the built assets", "https://linear.app/sandbox-assets/linear/main.js"],
  ])("leaves %s to others", async (_, url) => {
    expect(await frontEnd(new Request(url))).toBeNull();
  });

  it("refuses other workspaces and writes", async () => {
    expect((await visit("/southwind/team/ATL/active"))?.status).toBe(404);
    expect((await visit("/northwind/inbox", "", { method: "POST" }))?.status).toBe(405);
  });
});
