import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seedCompany } from "../company/seed";
import { editIssue } from "./edit-issue";
import { moveIssue } from "./move-issue";
import { rankIssues } from "./rank";
import { createJiraSite, type JiraSite, type SiteChange } from "./site";
import { bet, smallCompany, ticket } from "./small-company";
import { moveToBacklog, moveToSprint, openSprintOf, updateSprint } from "./sprints";
import { transitionIssue } from "./transition-issue";

const now = () => new Date("2026-11-20T12:00:00.000Z");
const newSite = (company = smallCompany()) => createJiraSite({ company, now });
const person = (site: JiraSite, id: string) => {
  const user = site.users.find((it) => it.personId === id);
  if (user === undefined) throw new Error(`no person ${id}`);
  return user;
};
const named = (site: JiraSite, key: string) => {
  const issue = site.findIssue(key);
  if (issue === undefined) throw new Error(`no issue ${key}`);
  return issue;
};
const order = (site: JiraSite) => site.ranked().map((issue) => issue.key.slice(4));

describe("a site filled from a company", () => {
  it("numbers bets after the tickets and puts tickets below them", () => {
    const site = newSite();
    expect(named(site, "ATL-7")).toMatchObject({
      summary: "Bet north",
      type: { name: "Epic", hierarchyLevel: 1 },
    });
    expect(site.childrenOf(named(site, "ATL-7")).map((it) => it.key)).toEqual(["ATL-1", "ATL-5"]);
    expect(named(site, "ATL-4").parentId).toBe(named(site, "ATL-1").id);
  });

  it("keeps the company's backlog order whatever the numbers are", () => {
    expect(order(newSite(smallCompany({ bets: [], tickets: [ticket(3), ticket(1), ticket(2)] })))).toEqual([
      "3",
      "1",
      "2",
    ]);
  });

  it("gives a sub-task the sprint of its parent", () => {
    expect(named(newSite(), "ATL-4").sprintIds).toEqual([2]);
  });

  it("makes a bet above another one an initiative", () => {
    const site = newSite(
      smallCompany({ tickets: [], bets: [bet("child", { parentBetId: "top" }), bet("top")] }),
    );
    expect(named(site, "ATL-2").type).toMatchObject({ name: "Initiative", hierarchyLevel: 2 });
    expect(named(site, "ATL-1").parentId).toBe(named(site, "ATL-2").id);
  });

  it("makes a project and a board for every project of imported keys", () => {
    const tickets = [
      ticket(1, { importedKey: "XD-12" }),
      ticket(2, { importedKey: "OPS-3", type: "New Feature" }),
    ];
    const site = newSite(
      smallCompany({ tickets, bets: [bet("epic", { importedKey: "XD-9" }), bet("made")] }),
    );
    expect(site.projects.map((it) => it.key)).toEqual(["XD", "OPS"]);
    expect(site.boards.map((it) => it.id)).toEqual([1, 2]);
    expect([...site.issues.values()].map((it) => it.key)).toEqual(["XD-12", "OPS-3", "XD-9", "XD-13"]);
    expect(named(site, "OPS-3").type).toMatchObject({ name: "New Feature", hierarchyLevel: 0 });
  });

  it("says what is wrong with a company that contradicts itself", () => {
    const tickets = [ticket(1, { betId: "nowhere" })];
    expect(() => newSite(smallCompany({ tickets }))).toThrow("The company has no bet for ATL-1");
  });

  it("has the seed's standings in the mirror, and sign-offs as comments by their signers", () => {
    const site = createJiraSite({ company: seedCompany({ today: "2026-11-20" }), now });
    const mirrors = new Set([...site.issues.values()].map((it) => it.properties.get("plumbline.standing")));
    for (const standing of ["missing", "incomplete", "unsigned", "partial", "signed", "stale"])
      expect(mirrors).toContain(standing);
    const signed = [...site.issues.values()].find(
      (it) => it.properties.get("plumbline.standing") === "signed",
    );
    expect(signed?.comments.length).toBeGreaterThan(0);
    expect(signed?.comments.map((it) => it.author.role)).not.toContain("stranger");
  });
});

describe("moving issues", () => {
  it("into a sprint takes sub-tasks along and is told in the changelog as Jira tells it", () => {
    const site = newSite();
    const changes: SiteChange[] = [];
    site.onChange((change) => changes.push(change), new AbortController().signal);
    expect(moveToSprint(site, person(site, "tom"), ["ATL-3"], 3).ok).toBe(true);
    expect(moveToSprint(site, person(site, "tom"), ["ATL-1"], 3).ok).toBe(true);
    expect(openSprintOf(site, named(site, "ATL-4"))?.id).toBe(3);
    expect(named(site, "ATL-3").sprintIds).toEqual([1, 3]);
    expect(named(site, "ATL-3").changelog.at(-1)).toMatchObject({
      author: { personId: "tom" },
      created: now().toISOString(),
      items: [
        {
          field: "Sprint",
          fieldtype: "custom",
          fieldId: "customfield_10020",
          from: "1",
          fromString: "Sprint one",
          to: "1, 3",
          toString: "Sprint one, Sprint three",
        },
      ],
    });
    expect(changes.map((it) => it.kind)).toEqual(["issue-updated", "issue-updated"]);
    expect(named(site, "ATL-3").updated).toBe(now().toISOString());
  });

  it("to the backlog leaves closed sprints in the list", () => {
    const site = newSite();
    moveToSprint(site, person(site, "ana"), ["ATL-3"], 3);
    moveToBacklog(site, person(site, "ana"), ["ATL-3"]);
    expect(named(site, "ATL-3").sprintIds).toEqual([1]);
  });

  it.each([
    ["a closed sprint", ["ATL-5"], 1, 400],
    ["a sprint that is not there", ["ATL-5"], 99, 404],
    ["a sub-task by itself", ["ATL-4"], 3, 400],
    ["an issue that is not there", ["ATL-99"], 3, 400],
    ["more than 50 issues", Array.from({ length: 51 }, () => "ATL-5"), 3, 400],
  ])("refuses %s and moves nothing", (_, keys, sprintId, status) => {
    const site = newSite();
    const moved = moveToSprint(site, person(site, "ana"), keys, sprintId);
    expect(moved).toMatchObject({ ok: false, error: { status } });
    expect(named(site, "ATL-5").sprintIds).toEqual([]);
  });

  it("needs Schedule issues, in the sprint move and in the field", () => {
    const site = newSite();
    site.grants.member.delete("SCHEDULE_ISSUES");
    const tom = person(site, "tom");
    expect(moveToSprint(site, tom, ["ATL-5"], 3)).toMatchObject({ error: { status: 403 } });
    expect(moveToBacklog(site, tom, ["ATL-1"])).toMatchObject({ error: { status: 403 } });
    const edit = editIssue(site, tom, "ATL-5", { fields: { customfield_10020: 3 } });
    expect(edit).toMatchObject({ error: { status: 400, errors: { customfield_10020: expect.any(String) } } });
  });

  it("into another project gives a new key and keeps the old one leading there", () => {
    const tickets = [ticket(1, { importedKey: "XD-1" }), ticket(2, { importedKey: "OPS-7" })];
    const site = newSite(smallCompany({ tickets, bets: [] }));
    expect(moveIssue(site, person(site, "ana"), "XD-1", "OPS")).toMatchObject({ value: { key: "OPS-8" } });
    expect(named(site, "xd-1").key).toBe("OPS-8");
  });
});

describe("ranking", () => {
  it.each([
    [{ before: "ATL-1" }, ["ATL-5", "ATL-3"], "5 3 1 2 4 6 7"],
    [{ after: "ATL-7" }, ["ATL-1"], "2 3 4 5 6 7 1"],
    [{ after: "ATL-2" }, ["ATL-6", "ATL-1"], "2 6 1 3 4 5 7"],
    [{ before: "ATL-3" }, ["ATL-3", "ATL-6"], "1 2 6 3 4 5 7"],
  ])("%j puts %j as asked", (target, keys, expected) => {
    const site = newSite();
    expect(rankIssues(site, person(site, "ana"), keys, target).ok).toBe(true);
    expect(order(site)).toEqual(expected.split(" "));
  });

  it("makes new room when there is none left between two neighbours", () => {
    const site = newSite();
    for (let index = 0; index < 40; index += 1)
      rankIssues(site, person(site, "ana"), [index % 2 === 0 ? "ATL-5" : "ATL-6"], { after: "ATL-1" });
    expect(order(site)).toEqual("1 6 5 2 3 4 7".split(" "));
    expect(new Set(site.ranked().map((it) => it.rank)).size).toBe(7);
  });

  it("holds for any sequence of moves", () => {
    const move = fc.record({
      moved: fc.integer({ min: 1, max: 7 }),
      beside: fc.integer({ min: 1, max: 7 }),
      before: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
        const site = newSite();
        const model = order(site);
        for (const { moved, beside, before } of moves) {
          const target = before ? { before: `ATL-${beside}` } : { after: `ATL-${beside}` };
          rankIssues(site, person(site, "ana"), [`ATL-${moved}`], target);
          if (moved === beside) continue;
          model.splice(model.indexOf(String(moved)), 1);
          model.splice(model.indexOf(String(beside)) + (before ? 0 : 1), 0, String(moved));
        }
        expect(order(site)).toEqual(model);
        expect(new Set(site.ranked().map((it) => it.rank)).size).toBe(model.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe("sprints and statuses", () => {
  it.each([
    ["starts a future sprint with dates", 3, { state: "active" as const }, true],
    ["does not start one without dates", 4, { state: "active" as const }, false],
    [
      "starts it with dates given",
      4,
      {
        state: "active" as const,
        startDate: "2026-12-07T00:00:00.000Z",
        endDate: "2026-12-18T00:00:00.000Z",
      },
      true,
    ],
    ["completes an active one", 2, { state: "closed" as const }, true],
    ["does not complete a future one", 3, { state: "closed" as const }, false],
    ["does not open a closed one again", 1, { state: "active" as const }, false],
  ])("%s", (_, sprintId, patch, possible) => {
    const site = newSite();
    expect(updateSprint(site, person(site, "ana"), sprintId, patch).ok).toBe(possible);
  });

  it("sends unfinished issues of a completed sprint to the backlog", () => {
    const site = newSite();
    updateSprint(site, person(site, "ana"), 2, { state: "closed" });
    expect(openSprintOf(site, named(site, "ATL-1"))).toBeNull();
  });

  it("resolves an issue that is done and reopens it after", () => {
    const site = newSite();
    const tom = person(site, "tom");
    expect(transitionIssue(site, tom, "ATL-5", "31")).toMatchObject({ value: { status: { name: "Done" } } });
    expect(named(site, "ATL-5").resolved).toBe(now().toISOString());
    expect(transitionIssue(site, tom, "ATL-5", "31")).toMatchObject({ error: { status: 400 } });
    transitionIssue(site, tom, "ATL-5", "11");
    expect(named(site, "ATL-5").resolved).toBeNull();
    expect(
      named(site, "ATL-5")
        .changelog.at(-1)
        ?.items.map((it) => it.field),
    ).toEqual(["status", "resolution"]);
  });
});

describe("listeners", () => {
  it("hear nothing after their signal", () => {
    const site = newSite();
    const stop = new AbortController();
    const heard: string[] = [];
    site.onChange((change) => heard.push(change.kind), stop.signal);
    moveToBacklog(site, person(site, "ana"), ["ATL-1"]);
    stop.abort();
    moveToBacklog(site, person(site, "ana"), ["ATL-2"]);
    expect(heard).toEqual(["issue-updated"]);
  });
});
