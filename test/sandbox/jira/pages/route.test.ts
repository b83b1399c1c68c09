import { describe, expect, it } from "vitest";
import {
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
    expect(parseRoute(issueHref("ATL-3"))).toEqual({ view: "issue", key: "ATL-3" });
  });
});

it("a query in the navigator's address is read back as it was asked", () => {
  const jql = 'summary ~ "50% & more" AND project = ATL';
  const { pathname, searchParams } = new URL(navigatorHref(jql), "https://northwind.atlassian.net");
  expect(parseRoute(pathname)).toEqual({ view: "navigator" });
  expect(searchParams.get("jql")).toBe(jql);
});
