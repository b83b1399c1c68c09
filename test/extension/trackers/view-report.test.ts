// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://northwind.atlassian.net/jira/software/c/projects/ATL/boards/1/backlog" }
import { beforeEach, expect, it } from "vitest";
import { jiraPage } from "../../../extension/trackers/jira/page";
import { linearPage } from "../../../extension/trackers/linear/page";
import { type PlacedBadge, viewReport } from "../../../extension/trackers/view-report";

const site = "https://northwind.atlassian.net";
const backlog = new URL("/jira/software/c/projects/ATL/boards/1/backlog", site);
const overBacklog = new URL("?selectedIssue=ATL-7", backlog);
const now = new Date("2026-11-24T10:00:00Z");
const numbers = [1, 2, 3, 4];

beforeEach(() => document.body.replaceChildren());

const row = (unit: string, key: string) => (number: number) =>
  `<div data-testid="${unit}ATL-${number}"><a data-testid="${key}" href="/browse/ATL-${number}">ATL-${number}</a>Secret plan</div>`;
const today = row(
  "software-backlog.card-list.card.content-container.",
  "software-backlog.card-list.card.card-contents.accessible-card-key.key",
);
const crumb = (testId: string) =>
  `<nav><div data-testid="${testId}"><a href="/browse/ATL-7">ATL-7</a></div></nav>`;
const crumbToday = "issue.views.issue-base.foundation.breadcrumbs.breadcrumb-current-issue-container";

const placed = (rule: string | null, ...keys: number[]): PlacedBadge[] =>
  keys.map((number) => ({ key: `ATL-${number}`, rule }));
function report(html: string, placements: PlacedBadge[], url = backlog) {
  document.body.innerHTML = html;
  return viewReport(document, jiraPage, url, placements, now);
}

it("says nothing of a backlog whose rows are as expected, or that has none", () => {
  expect(report(numbers.map(today).join(""), placed("backlog row", ...numbers))).toBeNull();
  expect(report("<ul></ul>", [])).toBeNull();
});

it("says nothing of a view that nothing is known of", () => {
  const html = numbers.map(row("x", "y")).join("");
  expect(report(html, placed(null, ...numbers), new URL("/never/seen", site))).toBeNull();
});

it("tells what it looked for in a backlog that was renamed, and nothing of the tickets", () => {
  const told = report(numbers.map(row("ui-1", "ui-2")).join(""), placed(null, ...numbers));
  expect(told).toEqual({
    tracker: "jira",
    view: "backlog",
    at: "2026-11-24T10:00:00.000Z",
    rules: [
      {
        name: "backlog row",
        seen: "2026-08-13",
        unit: '[data-testid^="software-backlog.card-list.card.content-container."]',
        units: 0,
        anchors: 0,
      },
    ],
    links: 4,
    placedByRule: 0,
    placedByLink: 4,
  });
  expect(JSON.stringify(told)).not.toMatch(/ATL|Secret|northwind/);
});

it("counts rows whose key was renamed inside them", () => {
  const half = row("software-backlog.card-list.card.content-container.", "ui-2");
  expect(report(numbers.map(half).join(""), placed(null, ...numbers))?.rules).toMatchObject([
    { units: 4, anchors: 0 },
  ]);
});

it("notices rows that lead to no ticket any more", () => {
  const html = numbers.map(today).join("").replaceAll("/browse/", "/task/");
  expect(report(html, [])).toMatchObject({ view: "backlog", links: 0, rules: [{ units: 4, anchors: 4 }] });
});

it("names the issue where only the panel over the backlog has changed", () => {
  const rows = numbers.map(today).join("");
  const badges = placed("backlog row", ...numbers);
  expect(
    report(rows + crumb(crumbToday), [...badges, ...placed("issue breadcrumb", 7)], overBacklog),
  ).toBeNull();
  expect(report(rows + crumb("ui-3"), [...badges, ...placed(null, 7)], overBacklog)).toMatchObject({
    view: "issue",
    rules: [{ name: "issue breadcrumb", units: 0, anchors: 0 }],
    placedByRule: 4,
    placedByLink: 1,
  });
});

it("knows Linear's issue page by its root, since its crumbs have no mark", () => {
  const url = new URL("https://linear.app/northwind/issue/ATL-7/a-slug");
  const look = (root: string) => {
    document.body.innerHTML = `<header><a href="https://linear.app/northwind/issue/ATL-7">ATL-7</a></header>${root}`;
    return viewReport(document, linearPage, url, placed(null, 7), now);
  };
  expect(look('<div data-view-id="issue-view"></div>')).toBeNull();
  expect(look("<div></div>")).toMatchObject({
    tracker: "linear",
    view: "issue",
    rules: [{ name: "issue page", unit: "[data-view-id=issue-view]", units: 0, anchors: 0 }],
  });
});

it("counts Linear's rows, which are links themselves", () => {
  const url = new URL("https://linear.app/northwind/team/ATL/cycle/24");
  document.body.innerHTML = numbers
    .map(
      (it) =>
        `<a data-list-row="true" href="https://linear.app/northwind/issue/ATL-${it}/s"><b>ATL-${it}</b></a>`,
    )
    .join("");
  expect(viewReport(document, linearPage, url, placed(null, ...numbers), now)).toMatchObject({
    view: "sprint",
    links: 4,
    rules: [{ name: "list row", units: 4, anchors: 0 }],
  });
});
