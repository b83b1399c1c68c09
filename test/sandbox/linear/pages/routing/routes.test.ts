import { describe, expect, it } from "vitest";
import { issueHref, projectHref, viewHref } from "./hrefs";
import { parseRoute } from "./routes";

describe("a path", () => {
  it.each([
    ["/northwind/team/ATL/active", { kind: "team", teamKey: "ATL", view: "active" }],
    ["/northwind/team/ATL/board/", { kind: "team", teamKey: "ATL", view: "board" }],
    ["/northwind/team/ATL/triage", { kind: "other", name: "triage" }],
    ["/northwind/team/ATL/cycles", { kind: "cycles", teamKey: "ATL" }],
    ["/northwind/team/ATL/cycle/24", { kind: "cycle", teamKey: "ATL", number: 24 }],
    ["/northwind/team/ATL/cycle/next", { kind: "other", name: "next" }],
    ["/northwind/my-issues", { kind: "my-issues", view: "assigned" }],
    ["/northwind/my-issues/assigned", { kind: "my-issues", view: "assigned" }],
    ["/northwind/my-issues/created", { kind: "my-issues", view: "created" }],
    ["/northwind/my-issues/activity", { kind: "other", name: "activity" }],
    ["/northwind/projects/all", { kind: "projects" }],
    ["/northwind/team/ATL/projects/all", { kind: "projects" }],
    [
      "/northwind/project/wave-planning-0123456789ab",
      { kind: "project", slugId: "0123456789ab", tab: "overview" },
    ],
    [
      "/northwind/project/gr%C3%B6%C3%9Fe-0123456789ab/issues",
      { kind: "project", slugId: "0123456789ab", tab: "issues" },
    ],
    ["/northwind/project/wave-planning-0123456789ab/activity", { kind: "other", name: "activity" }],
    ["/northwind/project/wave-planning", { kind: "other", name: "wave-planning" }],
    ["/northwind/views/issues", { kind: "views" }],
    ["/northwind/team/ATL/views/issues", { kind: "views" }],
    ["/northwind/view/urgent-0123456789ab", { kind: "view", slugId: "0123456789ab" }],
    ["/northwind/search", { kind: "search" }],
    ["/northwind/inbox", { kind: "inbox" }],
    ["/northwind/issue/ATL-12", { kind: "issue", identifier: "ATL-12" }],
    ["/northwind/issue/ATL-12/some-slug", { kind: "issue", identifier: "ATL-12" }],
    ["/northwind/issue/ATL-12x", { kind: "other", name: "ATL-12x" }],
    ["/northwind/initiatives", { kind: "other", name: "initiatives" }],
    ["/", { kind: "other", name: "" }],
  ])("%s is read", (path, route) => {
    expect(parseRoute(path)).toEqual(route);
  });

  const titles = [
    "Scan pallets at the gate",
    "Größe & Gewicht",
    "///",
    "<img src=x>",
    "x".repeat(10_000),
    "😀",
    `${"x".repeat(79)}𠮷𠮷`,
  ];

  it.each(titles)("made for an issue titled %s leads back to the issue", (title) => {
    const href = issueHref("northwind", { identifier: "ATL-7", title });
    expect(href.length).toBeLessThan(600);
    expect(parseRoute(href)).toEqual({ kind: "issue", identifier: "ATL-7" });
  });

  it.each(titles)("made for a project or a view named %s leads back to it", (name) => {
    const slugId = "0123456789ab";
    for (const tab of ["overview", "issues"] as const) {
      const href = projectHref("northwind", { name, slugId }, tab);
      expect(parseRoute(href)).toEqual({ kind: "project", slugId, tab });
    }
    expect(parseRoute(viewHref("northwind", { name, slugId }))).toEqual({ kind: "view", slugId });
  });
});
