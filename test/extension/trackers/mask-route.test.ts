import { expect, it } from "vitest";
import { maskRoute } from "../../../extension/trackers/mask-route";
import { routeWords } from "../../../extension/trackers/route-words";

it.each([
  ["/jira/software/c/projects/ATL/boards/1", "/jira/software/c/projects/:name/boards/:id"],
  [
    "/jira/software/projects/ATL/boards/17/backlog?selectedIssue=ATL-90&epics=visible",
    "/jira/software/projects/:name/boards/:id/backlog?selectedIssue",
  ],
  ["/browse/ATL-90?focusedCommentId=3", "/browse/:key"],
  ["/browse/atl-90/", "/browse/:key/"],
  ["/issues/?jql=assignee%20%3D%20Ana", "/issues/?jql"],
  ["/wiki/spaces/SECRET/pages/12#heading", "/:name/:name/:name/:name/:id"],
  ["/", "/"],
])("Jira's %s is told as %s", (address, told) => {
  expect(maskRoute(new URL(address, "https://northwind.atlassian.net"), routeWords.jira)).toBe(told);
});

it.each([
  ["/northwind/team/ATL/cycle/24", "/:name/team/:name/cycle/:id"],
  ["/northwind/issue/ATL-1/pay-as-a-guest#comment-1", "/:name/issue/:key/:name"],
  ["/northwind/project/guest-checkout-0123456789ab/issues", "/:name/project/:name/issues"],
  ["/northwind/search?q=secret", "/:name/search"],
])("Linear's %s is told as %s", (address, told) => {
  expect(maskRoute(new URL(address, "https://linear.app"), routeWords.linear)).toBe(told);
});
