import { expect, it } from "vitest";
import { reportToSend } from "../../../../extension/entrypoints/popup/report-to-send";
import type { ViewReport } from "../../../../extension/trackers/view-report";

const found: ViewReport = {
  tracker: "jira",
  view: "backlog",
  at: "2026-11-24T10:00:00.000Z",
  rules: [],
  links: 4,
  placedByRule: 0,
  placedByLink: 4,
};

it("tells where the page was without a name, an id or a key of anybody's work", () => {
  const url = new URL(
    "https://northwind.atlassian.net/jira/software/c/projects/ATL/boards/1/backlog?selectedIssue=ATL-7",
  );
  const told = reportToSend(found, url);
  expect(told).toEqual({
    ...found,
    route: "/jira/software/c/projects/:name/boards/:id/backlog?selectedIssue",
  });
  expect(JSON.stringify(told)).not.toMatch(/ATL|northwind/);
});
