import { describe, expect, it } from "vitest";
import { type PlacePage, readPlace } from "../../../forge-app/ui/place";

const around = {
  accountId: "557058:ana",
  cloudId: "c",
  localId: "ari:cloud:ecosystem::extension/0-1/2-3/static/issue-panel",
  locale: "de-DE",
  siteUrl: "https://northwind.atlassian.net/",
};
const project = { id: 10_000, key: "ATL", type: "software" };
const short = { id: "10000", key: "ATL" };

describe("where a page of the app stands", () => {
  it.each<[object, PlacePage]>([
    [
      { type: "jira:issueContext", issue: { id: "7", key: "ATL-7", type: "Story" }, project },
      { page: "issue", issue: { id: "7", key: "ATL-7" }, project: short },
    ],
    [
      { type: "jira:projectPage", project },
      { page: "project", project: short },
    ],
    [
      { type: "jira:projectSettingsPage", project },
      { page: "settings", project: short },
    ],
    [{ type: "jira:adminPage" }, { page: "admin" }],
    [
      { type: "jira:backlogAction", project, board: { id: 1 } },
      { page: "readiness", project: short },
    ],
    [
      { type: "jira:sprintAction", project, sprint: { id: 1 } },
      { page: "readiness", project: short },
    ],
  ])("%j", (extension, at) => {
    expect(readPlace({ ...around, extension })?.at).toEqual(at);
  });

  it("says who looks, in which language, on which site and by which module", () => {
    expect(readPlace({ ...around, extension: { type: "jira:adminPage" } })).toMatchObject({
      ...{ me: "557058:ana", locale: "de-DE", origin: "https://northwind.atlassian.net" },
      module: { app: "0-1", environment: "2-3", key: "issue-panel" },
    });
  });

  it("is known without an address of the site, and without a name of the module", () => {
    const { siteUrl: _, ...less } = { ...around, localId: "something else" };
    const place = readPlace({ ...less, extension: { type: "jira:adminPage" } });
    expect([place?.origin, place?.module]).toEqual([null, null]);
  });

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["a module that has no page", { ...around, extension: { type: "jira:globalPage" } }],
    ["an issue's panel without an issue", { ...around, extension: { type: "jira:issueContext", project } }],
    ["nobody", { ...around, accountId: undefined, extension: { type: "jira:adminPage" } }],
  ])("is nowhere for %s", (_, raw) => {
    expect(readPlace(raw)).toBe(null);
  });
});
