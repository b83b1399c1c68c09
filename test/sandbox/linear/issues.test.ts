import { describe, expect, it } from "vitest";
import { stateId } from "./fill-team";
import type { IssueUpdate } from "./issue-update";
import { createIssue, issueBy, updateIssue, updateIssues } from "./issues";
import { noon, smallCompany } from "./small-company";
import { createLinearWorkspace } from "./workspace";

const later = new Date(noon.getTime() + 60_000);

function open() {
  let time = noon;
  const workspace = createLinearWorkspace({ company: smallCompany(), now: () => time });
  time = later;
  const ana = { userId: workspace.userOf("ana")?.id ?? "" };
  const cycle = (name: string) => workspace.store.all("Cycle").find((one) => one.name === name)?.id ?? "";
  const label = (name: string) =>
    workspace.store.all("IssueLabel").find((one) => one.name === name)?.id ?? "";
  const update = (identifier: string, input: IssueUpdate) => updateIssue(workspace, ana, identifier, input);
  const history = (identifier: string) =>
    workspace.store.all("IssueHistory").filter((one) => one.issueId === issueBy(workspace, identifier).id);
  return { workspace, ana, cycle, label, update, history };
}

describe("putting an issue into a cycle", () => {
  it("sets the time of entry, leaves updatedAt, and is in the history with its actor", () => {
    const { workspace, ana, cycle, update, history } = open();
    const before = issueBy(workspace, "ATL-6").updatedAt;
    const issue = update("ATL-6", { cycleId: cycle("Sprint 3") });
    expect(issue).toMatchObject({ addedToCycleAt: later.toISOString(), updatedAt: before });
    expect(history("ATL-6")).toMatchObject([
      { actorId: ana.userId, fromCycleId: null, toCycleId: cycle("Sprint 3") },
    ]);
  });

  it("with another field in the same change bumps updatedAt", () => {
    const { cycle, update } = open();
    const issue = update("ATL-6", { cycleId: cycle("Sprint 3"), stateId: stateId("unstarted") });
    expect(issue.updatedAt).toBe(later.toISOString());
  });

  it("and out again clears the time", () => {
    const { update } = open();
    expect(update("ATL-1", { cycleId: null }).addedToCycleAt).toBeNull();
  });

  it("that it is in already changes nothing", () => {
    const { workspace, cycle, update, history } = open();
    const before = issueBy(workspace, "ATL-1").addedToCycleAt;
    expect(update("ATL-1", { cycleId: cycle("Sprint 2") }).addedToCycleAt).toBe(before);
    expect(history("ATL-1")).toEqual([]);
  });
});

describe("starting or completing an issue that is in no cycle", () => {
  it.each(["started", "completed"] as const)("(%s) lets the server add it to the active one", (type) => {
    const { cycle, update, history } = open();
    expect(update("ATL-6", { stateId: stateId(type) }).cycleId).toBe(cycle("Sprint 2"));
    expect(history("ATL-6").at(-1)).toMatchObject({ actorId: null, toCycleId: cycle("Sprint 2") });
  });

  it("leaves it out where the team's settings are off", () => {
    const { workspace, update } = open();
    workspace.team.cycleIssueAutoAssignStarted = false;
    expect(update("ATL-6", { stateId: stateId("started") }).cycleId).toBeNull();
  });

  it("leaves it out where the same change says so", () => {
    const { update } = open();
    expect(update("ATL-6", { stateId: stateId("started"), cycleId: null }).cycleId).toBeNull();
  });
});

describe("changing an issue", () => {
  it("adds and removes single labels", () => {
    const { label, update, history } = open();
    const change = { addedLabelIds: [label("spike")], removedLabelIds: [label("bug")] };
    expect(update("ATL-3", change).labelIds).toEqual([label("scanner"), label("spike")]);
    expect(history("ATL-3")).toMatchObject([change]);
  });

  it.each<[string, (setting: ReturnType<typeof open>) => IssueUpdate]>([
    ["two labels of one group", ({ label }) => ({ addedLabelIds: [label("spike")] })],
    ["a label group", ({ label }) => ({ labelIds: [label("Lane")] })],
    ["an unknown label", () => ({ labelIds: ["nowhere"] })],
    ["an unknown cycle", () => ({ cycleId: "nowhere", title: "Renamed" })],
    ["an unknown project", () => ({ projectId: "nowhere" })],
    ["an empty title", () => ({ title: "  " })],
    ["a priority of 5", () => ({ priority: 5 })],
    ["itself as parent", ({ workspace }) => ({ parentId: issueBy(workspace, "ATL-3").id })],
  ])("to %s is refused and changes nothing", (_, change) => {
    const setting = open();
    const before = { ...issueBy(setting.workspace, "ATL-3") };
    expect(() => setting.update("ATL-3", change(setting))).toThrow();
    expect(issueBy(setting.workspace, "ATL-3")).toEqual(before);
  });

  it("to a parent below it is refused", () => {
    const { workspace, update } = open();
    expect(() => update("ATL-1", { parentId: issueBy(workspace, "ATL-2").id })).toThrow("parent of itself");
  });

  it("in a batch happens to all or to none", () => {
    const { workspace, ana, label } = open();
    const ids = ["ATL-6", "ATL-3"].map((identifier) => issueBy(workspace, identifier).id);
    expect(() => updateIssues(workspace, ana, ids, { addedLabelIds: [label("spike")] })).toThrow();
    expect(issueBy(workspace, "ATL-6").labelIds).toEqual([]);
    updateIssues(workspace, ana, ids, { priority: 1 });
    expect(issueBy(workspace, "ATL-6").priority).toBe(1);
    expect(() => updateIssues(workspace, ana, Array(51).fill(ids[0]), { priority: 1 })).toThrow("50");
  });
});

describe("creating an issue", () => {
  it("takes the next number, the id that the client made, and the default state", () => {
    const { workspace, ana } = open();
    const id = "11111111-2222-4333-8444-555555555555";
    const issue = createIssue(workspace, ana, { id, teamId: "ATL", title: "New" });
    expect(issue).toMatchObject({ id, number: 7, stateId: stateId("backlog"), creatorId: ana.userId });
    expect(() => createIssue(workspace, ana, { id, teamId: "ATL", title: "Again" })).toThrow("exists");
  });

  it("inside a cycle sets the time of entry", () => {
    const { workspace, ana, cycle } = open();
    const issue = createIssue(workspace, ana, { teamId: "ATL", title: "New", cycleId: cycle("Sprint 2") });
    expect(issue.addedToCycleAt).toBe(later.toISOString());
  });

  it.each([
    ["without a title", { teamId: "ATL", title: "" }],
    ["in an unknown team", { teamId: "XYZ", title: "New" }],
    ["with an id that is no UUID", { id: "7", teamId: "ATL", title: "New" }],
  ])("%s is refused", (_, input) => {
    const { workspace, ana } = open();
    expect(() => createIssue(workspace, ana, input)).toThrow();
    expect(workspace.store.all("Issue")).toHaveLength(6);
  });
});

describe("finding an issue", () => {
  it.each(["ATL-2", "atl-2"])("takes %s", (identifier) => {
    expect(issueBy(open().workspace, identifier).number).toBe(2);
  });
  it.each(["ATL-99", "XYZ-2", "2", "", "ATL-2-3"])("refuses %j", (identifier) => {
    expect(() => issueBy(open().workspace, identifier)).toThrow("Entity not found: Issue");
  });
});
