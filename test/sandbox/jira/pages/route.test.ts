import { describe, expect, it } from "vitest";
import { backlogHref, boardHref, issueHref, parseRoute, type Route } from "./route";

describe("the view behind an address", () => {
  const missing: Route = { view: "missing" };
  it.each<[string, Route]>([
    ["/jira/software/c/projects/ATL/boards/1/backlog", { view: "backlog", projectKey: "ATL", boardId: 1 }],
    ["/jira/software/c/projects/ATL/boards/12", { view: "board", projectKey: "ATL", boardId: 12 }],
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
    expect(parseRoute(issueHref("ATL-3"))).toEqual({ view: "issue", key: "ATL-3" });
  });
});
