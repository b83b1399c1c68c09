import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileJql, findByJql } from "./jql";
import { createJiraSite } from "./site";
import { smallCompany } from "./small-company";

const now = () => new Date("2026-11-20T12:00:00.000Z");
const site = createJiraSite({ company: smallCompany(), now });
const [ana, , tom, olga] = site.users;
if (!ana || !tom || !olga) throw new Error("the small company has four people");
for (const [key, created] of [
  ["ATL-1", "2026-11-18T12:00:00.000Z"],
  ["ATL-2", "2026-11-19T13:00:00.000Z"],
] as const) {
  const issue = site.findIssue(key);
  if (issue) issue.created = created;
}

const keysFor = (jql: string, by = ana, bounded = true) => {
  const compiled = compileJql(jql, { site, by }, { bounded });
  return compiled.ok
    ? findByJql(compiled.value, { site, by }).map((issue) => issue.key.slice(4))
    : compiled.error;
};
const id = (key: string) => site.findIssue(key)?.id ?? "";

describe("the subset of JQL", () => {
  it.each([
    ["project = ATL order by key", "1 2 3 4 5 6 7"],
    ["project = atlas AND type = Epic", "7"],
    ["key in (ATL-2, atl-1) order by key", "1 2"],
    ["issuekey = ATL-3", "3"],
    [`id in (${id("ATL-1")}, ${id("ATL-2")}) order by key desc`, "2 1"],
    ["parent = ATL-7 order by key", "1 5"],
    ["parent is EMPTY order by key", "2 3 6 7"],
    ["parent is not EMPTY order by key", "1 4 5"],
    ["issuetype in (Bug, 'Sub-task') order by key", "2 4"],
    ["type not in (Story, Epic, Bug) order by key", "4 6"],
    ["type != Story AND type != Epic order by key", "2 4 6"],
    ["status = 'In Progress' order by key", "1 7"],
    ["statusCategory = Done", "3"],
    ["statusCategory != done and sprint is not empty order by key", "1 2 4"],
    ["sprint = 2 order by key", "1 2 4"],
    ['sprint = "Sprint two" order by key', "1 2 4"],
    ["cf[10020] = 2 order by key", "1 2 4"],
    ["sprint in openSprints() order by key", "1 2 4"],
    ["sprint in closedSprints()", "3"],
    ["sprint in futureSprints()", ""],
    ["sprint not in openSprints()", "3"],
    ["sprint is EMPTY order by key", "5 6 7"],
    ["assignee = currentUser()", ""],
    ["assignee = Tom", "1"],
    ["assignee is EMPTY and type = Bug", "2"],
    ["labels = API", "1"],
    ["labels is EMPTY and type = Story order by key", "3 5"],
    ['summary ~ "labels twice"', "2"],
    ["text ~ paragraph", "5"],
    ['summary ~ "paragraph"', ""],
    ["created >= -1d and key in (ATL-1, ATL-2)", "2"],
    ["created < 2026-11-19 and key in (ATL-1, ATL-2)", "1"],
    ['created > "2026/11/19 12:59" and key in (ATL-1, ATL-2)', "2"],
    ["priority in (Highest, Low) order by priority desc", "2 6"],
    ["project = ATL and (type = Bug or type = Incident) and not key = ATL-2", "6"],
    ["not sprint is empty order by summary", "2 1 3 4"],
    ["project = ATL order by rank desc", "7 6 5 4 3 2 1"],
  ])("%s", (jql, keys) => {
    expect(keysFor(jql)).toEqual(keys === "" ? [] : keys.split(" "));
  });

  it("finds what an app has indexed, by alias and by path, and nothing that it has not", () => {
    const index = { propertyKey: "note", path: "a.b", type: "user" as const, searchAlias: "noteOf" };
    site.appIndexes.push(index);
    for (const [key, b] of [["ATL-1", tom.accountId] as const, ["ATL-2", ["other", ana.accountId]] as const])
      site.findIssue(key)?.properties.set("note", { a: { b } });
    expect(keysFor("noteOf = currentUser()", tom)).toEqual(["1"]);
    expect(keysFor("issue.property[note].a.b = currentUser()", ana)).toEqual(["2"]);
    expect(keysFor("noteof in (other, nobody)")).toEqual(["2"]);
    expect(keysFor("noteOf is not EMPTY order by key")).toEqual(["1", "2"]);
    expect(keysFor("issue.property[note].a = x")).toEqual([expect.stringContaining("does not exist")]);
    site.appIndexes.length = 0;
  });

  it("goes by the name that a site gave to the Sprint field, and by its id always", () => {
    site.sprintFieldName = "Iteration";
    expect(keysFor("iteration = 2 order by key")).toEqual(["1", "2", "4"]);
    expect(keysFor("cf[10020] = 2 order by key")).toEqual(["1", "2", "4"]);
    expect(keysFor("sprint = 2")).toEqual([expect.stringContaining("does not exist")]);
    site.sprintFieldName = "Sprint";
  });

  it("reads currentUser() as the person who asks", () => {
    expect(keysFor("assignee = currentUser()", tom)).toEqual(["1"]);
  });

  it("gives the newest first where the query does not order", () => {
    expect(keysFor("type = Story")).toEqual(["5", "3", "1"]);
  });

  it("shows a stranger nothing", () => {
    expect(keysFor("project is not EMPTY", olga)).toEqual([]);
  });

  it.each([
    ["", /^Unbounded JQL queries are not allowed here/],
    ["order by key", /^Unbounded JQL queries/],
    ["project = NOPE", /^The value 'NOPE' does not exist for the field 'project'/],
    ["key = ATL-99", /^An issue with key 'ATL-99' does not exist for field 'key'/],
    ["sprint = 99", /^Sprint with name '99' does not exist/],
    ["colour = red", /^Field 'colour' does not exist or you do not have permission to view it/],
    [
      "issue.property[plumbline.standing].value = signed",
      /^Field 'issue.property\[plumbline.standing\].value'/,
    ],
    ["project ~ ATL", /^The operator '~' is not supported by the 'project' field/],
    ["summary = x", /^The operator '=' is not supported by the 'summary' field/],
    ["created >= yesterday", /^Date value 'yesterday' is invalid/],
    ["created >= 2026-02-31", /^Date value '2026-02-31' is invalid/],
    ["assignee in membersOf(team)", /^Unable to find JQL function 'membersOf\(team\)'/],
    ["project = ATL order by votes", /^Not able to sort using field 'votes'/],
    ["project = ATL order by key,key,key,key,key,key,key,key", /^At most 7 fields/],
    ["project = ATL type = Bug", /Expecting either 'OR' or 'AND' but got 'type'. \(line 1, character 15\)/],
    ["project =", /Expecting a value, list or function but got 'end of query'/],
    ["project in (ATL", /Expecting '\)' or ',' but got 'end of query'/],
    ["project ATL", /Expecting an operator but got 'ATL'/],
    ['summary ~ "open', /The character '"' is not expected here. \(line 1, character 11\)/],
  ])("refuses %j with Jira's sentence", (jql, sentence) => {
    expect(keysFor(jql)).toEqual([expect.stringMatching(sentence)]);
  });

  it("names every mistake of a query", () => {
    expect(keysFor("project = NOPE and colour = red")).toHaveLength(2);
  });

  it("answers any text with issues or sentences, never with an exception", () => {
    const word = fc.constantFrom(
      "project",
      "=",
      "ATL",
      "(",
      ")",
      "and",
      "not",
      "in",
      "order by",
      "key",
      "'x",
      ",",
      "~",
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(word).map((words) => words.join(" ")),
    );
    fc.assert(
      fc.property(text, (jql) => Array.isArray(keysFor(jql))),
      { numRuns: 500 },
    );
  });
});
