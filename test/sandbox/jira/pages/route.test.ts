import { describe, expect, it } from "vitest";
import {
  appAdminHref,
  appHref,
  appSettingsHref,
  backlogHref,
  boardHref,
  issueHref,
  listHref,
  navigatorHref,
  parseRoute,
  type Route,
  timelineHref,
} from "./route";

describe("the view behind an address", () => {
  const missing: Route = { view: "missing" };
  it.each<[string, Route]>([
    ["/jira/software/c/projects/ATL/boards/1/backlog", { view: "backlog", projectKey: "ATL", boardId: 1 }],
    ["/jira/software/c/projects/ATL/boards/12", { view: "board", projectKey: "ATL", boardId: 12 }],
    ["/jira/software/c/projects/ATL/boards/1/timeline", { view: "timeline", projectKey: "ATL", boardId: 1 }],
    ["/jira/software/projects/ATL/list", { view: "list", projectKey: "ATL" }],
    ["/jira/software/c/projects/ATL/list", { view: "list", projectKey: "ATL" }],
    ["/jira/core/projects/ATL/list/", { view: "list", projectKey: "ATL" }],
    ["/jira/software/c/projects/ATL/apps/0-1/2-3", { view: "app", projectKey: "ATL" }],
    ["/jira/software/projects/ATL/settings/apps/0-1/2-3", { view: "app-settings", projectKey: "ATL" }],
    ["/jira/settings/apps/0-1/2-3", { view: "app-admin" }],
    ["/jira/software/projects/ATL/apps/0-1", missing],
    ["/issues/", { view: "navigator" }],
    ["/issues", { view: "navigator" }],
    ["/jira/software/c/projects/ATL/boards/1/reports", missing],
    ["/browse/ATL-42", { view: "issue", key: "ATL-42" }],
    ["/browse/atl-42", { view: "issue", key: "ATL-42" }],
    ["/browse/A2_B-7/", { view: "issue", key: "A2_B-7" }],
    ["/browse/ATL", missing],
    ["/browse/ATL-42/more", missing],
    ["/jira/software/projects/ATL/boards/1", missing],
    ["/", missing],
  ])("%s", (pathname, route) => {
    expect(parseRoute(pathname)).toEqual(route);
  });

  it("is found again from the address that the pages write", () => {
    expect(parseRoute(backlogHref("ATL", 3))).toEqual({ view: "backlog", projectKey: "ATL", boardId: 3 });
    expect(parseRoute(boardHref("ATL", 3))).toEqual({ view: "board", projectKey: "ATL", boardId: 3 });
    expect(parseRoute(timelineHref("ATL", 3))).toEqual({ view: "timeline", projectKey: "ATL", boardId: 3 });
    expect(parseRoute(listHref("ATL"))).toEqual({ view: "list", projectKey: "ATL" });
    const app = { id: "0-1", environment: "2-3" };
    expect(parseRoute(appHref("ATL", app))).toEqual({ view: "app", projectKey: "ATL" });
    expect(parseRoute(appSettingsHref("ATL", app))).toEqual({ view: "app-settings", projectKey: "ATL" });
    expect(parseRoute(appAdminHref(app))).toEqual({ view: "app-admin" });
    expect(parseRoute(issueHref("ATL-3"))).toEqual({ view: "issue", key: "ATL-3" });
  });
});

it("a query in the navigator's address is read back as it was asked", () => {
  const jql = 'summary ~ "50% & more" AND project = ATL';
  const { pathname, searchParams } = new URL(navigatorHref(jql), "https://northwind.atlassian.net");
  expect(parseRoute(pathname)).toEqual({ view: "navigator" });
  expect(searchParams.get("jql")).toBe(jql);
});
