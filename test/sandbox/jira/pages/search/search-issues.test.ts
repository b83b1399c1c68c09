import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { seedCompany } from "../../../company/seed";
import { jiraApi } from "../../api";
import { createJiraSite, type JiraSite } from "../../site";
import { RequestRefused } from "../request";
import { searchIssues } from "./search-issues";

const company = seedCompany({ today: "2026-11-20", issues: 250 });
const { signal } = new AbortController();
const all = 'project = "ATL" ORDER BY key ASC';

let site: JiraSite;
beforeEach(() => {
  site = createJiraSite({ company });
  const handler = jiraApi(site);
  const cookie = `cloud.session.token=${company.people[0]?.id}`;
  vi.stubGlobal("fetch", (path: string, { headers, ...init }: RequestInit) =>
    handler(new Request(site.baseUrl + path, { ...init, headers: { ...headers, cookie } })),
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe("a search of the pages", () => {
  it("reads one page first and knows how many there are", async () => {
    const found = await searchIssues(all, { atLeast: 1 }, signal);
    expect(found.issues).toHaveLength(100);
    expect(found.total).toBe(site.issues.size);
    expect(found.nextPageToken).toBeDefined();
  });

  it("goes on where it stopped, and ends with every issue once", async () => {
    let found = await searchIssues(all, { atLeast: 1 }, signal);
    while (found.nextPageToken !== undefined)
      found = await searchIssues(all, { atLeast: found.issues.length + 1, after: found }, signal);
    expect(found.issues.map(({ key }) => key)).toEqual([...new Set(found.issues.map(({ key }) => key))]);
    expect(found.issues).toHaveLength(site.issues.size);
  });

  it("reads again as far as it had been read", async () => {
    expect((await searchIssues(all, { atLeast: 150 }, signal)).issues).toHaveLength(200);
  });

  it("gives each issue as the site has it", async () => {
    const issue = [...site.issues.values()].find((it) => it.sprintIds.length > 0 && it.assignee !== null);
    if (!issue) throw new Error("The seed has assigned issues in sprints.");
    const { issues } = await searchIssues(`key = ${issue.key}`, { atLeast: 1 }, signal);
    expect(issues).toEqual([
      {
        id: issue.id,
        key: issue.key,
        summary: issue.summary,
        typeName: issue.type.name,
        status: { id: issue.status.id, name: issue.status.name, category: issue.status.category.key },
        priorityName: issue.priority.name,
        assignee: {
          accountId: issue.assignee?.accountId,
          displayName: issue.assignee?.displayName,
        },
        done: issue.status.category.key === "done",
        dueDate: issue.dueDate,
        sprint: { id: issue.sprintIds.at(-1), name: expect.stringContaining("Sprint") },
        created: issue.created,
      },
    ]);
  });

  it.each([
    ["bogus = 3", "Field 'bogus' does not exist"],
    ["ORDER BY created", "Unbounded"],
  ])("of %s ends in Jira's own sentence", async (jql, sentence) => {
    const reading = searchIssues(jql, { atLeast: 1 }, signal);
    await expect(reading).rejects.toThrow(RequestRefused);
    await expect(reading).rejects.toThrow(sentence);
  });
});
