// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://northwind.atlassian.net/jira/software/c/projects/ATL/boards/1/backlog" }
import { expect, it, vi } from "vitest";
import { jiraPage } from "../../extension/trackers/jira/page";
import { layOut } from "../extension/trackers/layout";
import { anyPage } from "./fragments";
import { fuzz } from "./fuzz";
import { playPage } from "./page-case";

layOut(window);

it("whatever a page of Jira is made of and does, badges stay out of editors, whole and single", async () => {
  const parsing = vi.spyOn(window.Element.prototype, "innerHTML", "set");
  await fuzz(4, anyPage("jira"), async (it) => {
    expect(await playPage(jiraPage, it)).toEqual([]);
  });
  expect(parsing).not.toHaveBeenCalled();
});
