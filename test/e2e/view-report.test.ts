import { describe, expect, test } from "vitest";
import type { View } from "../../extension/trackers/tracker-page";
import { seedCompany } from "../sandbox/company/seed";
import type { Sandbox } from "../sandbox/server";
import { useJourney } from "./harness";
import { today } from "./jira-expected-badges";
import { pageStatusOf } from "./page-status-of";

const company = seedCompany({ today: today() });

const jira: Record<string, { at: (urls: Sandbox["urls"]["jira"]) => string | null; changed: View }> = {
  backlog: { at: (it) => it.backlog, changed: "backlog" },
  "panel over the backlog": { at: (it) => it.panel, changed: "backlog" },
  board: { at: (it) => it.board, changed: "board" },
  issue: { at: (it) => it.issue, changed: "issue" },
  navigator: { at: (it) => it.navigator, changed: "search" },
  list: { at: (it) => it.list, changed: "list" },
  timeline: { at: (it) => it.timeline, changed: "timeline" },
};
const linear: Record<
  string,
  { at: (urls: Sandbox["urls"]["linear"]) => string | null; changed: View | null }
> = {
  list: { at: (it) => it.list, changed: "list" },
  board: { at: (it) => it.board, changed: "board" },
  issue: { at: (it) => it.issue, changed: "issue" },
  cycle: { at: (it) => it.cycle, changed: "sprint" },
  "project's issues": { at: (it) => it.projectIssues, changed: "project" },
  "my issues": { at: (it) => it.myIssues, changed: "mine" },
  "custom view": { at: (it) => it.view, changed: "saved-view" },
  "search results": { at: (it) => it.search, changed: "search" },
  // Nothing is known of its rows, so nothing is missed.
  inbox: { at: (it) => it.inbox, changed: null },
};

describe.each(["today", "renamed"] as const)("with the markup %s", (markup) => {
  const journey = useJourney({ company, markup });
  async function expectReport(path: string | null, view: View | null) {
    if (path === null) throw new Error("The company has no such view");
    const tab = path.includes("linear") ? await journey.openLinear(path) : await journey.openJira(path);
    await tab.locator("plumbline-badge").first().waitFor({ state: "attached" });
    const told = async () => {
      const { report } = await pageStatusOf(journey, tab);
      if (report !== null) expect(JSON.stringify(report)).not.toMatch(/ATL|northwind|dispatch/i);
      return report?.view ?? null;
    };
    await expect.poll(told, { timeout: 15_000 }).toBe(markup === "renamed" ? view : null);
  }

  test.each(Object.entries(jira))("what is told of Jira's %s", (_, { at, changed }) =>
    expectReport(at(journey.sandbox.urls.jira), changed),
  );

  test.each(Object.entries(linear))("what is told of Linear's %s", (_, { at, changed }) =>
    expectReport(at(journey.sandbox.urls.linear), changed),
  );
});
