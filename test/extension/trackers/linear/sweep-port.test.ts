import { beforeEach, describe, expect, it } from "vitest";
import { callLinear } from "../../../../extension/facts/call-linear";
import { linearSweepPort } from "../../../../extension/trackers/linear/sweep-port";
import type { ApiRequest } from "../../../../shared/tracker/tracker-api";
import { seedCompany } from "../../../sandbox/company/seed";
import { linearApi } from "../../../sandbox/linear/api";
import { stateId } from "../../../sandbox/linear/fill-team";
import { createIssue, issueBy, updateIssue } from "../../../sandbox/linear/issues";
import { noon, smallCompany } from "../../../sandbox/linear/small-company";
import { createLinearWorkspace, type LinearWorkspace } from "../../../sandbox/linear/workspace";
import { fetchFrom } from "../../fetch-from";

const { signal } = new AbortController();
const hints = { sprintField: null };
let linear: LinearWorkspace;
let now: number;
let calls: ApiRequest[];
let port: ReturnType<typeof linearSweepPort>;

function open(opened: LinearWorkspace): void {
  linear = opened;
  calls = [];
  const fetch = fetchFrom(linearApi(linear), "https://api.linear.app", {});
  port = linearSweepPort((request) => {
    calls.push(request);
    return callLinear(request, "lin_api_ana", fetch);
  });
}
beforeEach(() => {
  now = noon.getTime();
  open(createLinearWorkspace({ company: smallCompany(), now: () => new Date(now) }));
});

const actor = (person: string) => ({ userId: linear.userOf(person)?.id ?? "" });
const idOf = (key: string) => issueBy(linear, key).id;
const cycle = (name: string) => linear.store.all("Cycle").find((it) => it.name === name)?.id ?? "";
const moverOf = async (key: string) => {
  const read = await port.readMovers([idOf(key)], hints, signal);
  return read.ok ? read.value.get(idOf(key)) : read;
};

describe("reading cycles", () => {
  it("gives the current one and those to come, the empty ones too", async () => {
    const inside = (name: string) =>
      linear.store.all("Issue").flatMap((it) => (it.cycleId === cycle(name) ? it.id : []));
    const read = await port.readOpenSprints("workspace", signal);
    const found = read.ok ? read.value : [];
    expect(found.map(({ name }) => name).sort()).toEqual(["Sprint 2", "Sprint 3"]);
    for (const { name, id, issues } of found) {
      expect(id).toBe(cycle(name));
      expect(new Set(issues)).toEqual(new Set(inside(name)));
    }
    expect(found.flatMap(({ issues }) => issues).length).toBeGreaterThan(0);
  });

  it("takes at most twelve calls for ten cycles with a thousand issues, each within Linear's limits", async () => {
    open(
      createLinearWorkspace({
        company: seedCompany({ today: "2026-11-20", issues: 1_100 }),
        now: () => noon,
      }),
    );
    const [one] = linear.store.all("Cycle");
    if (!one) throw new Error("The seed has no cycle");
    const all = linear.store.all("Issue").slice(0, 1_000);
    const day = 86_400_000;
    const cycles = Array.from({ length: 10 }, (_, at) => {
      const startsAt = new Date(noon.getTime() + (at * 14 + 1_000) * day).toISOString();
      const endsAt = new Date(noon.getTime() + (at * 14 + 1_014) * day).toISOString();
      const made = { ...one, id: crypto.randomUUID(), number: 900 + at, startsAt, endsAt };
      linear.store.insert(made);
      return made;
    });
    for (const it of linear.store.all("Issue")) it.cycleId = null;
    for (const [at, it] of all.entries()) it.cycleId = cycles[at % 10]?.id ?? null;
    const read = await port.readOpenSprints("workspace", signal);
    const filled = (read.ok ? read.value : []).filter(({ issues }) => issues.length > 0);
    expect(filled.map(({ issues }) => issues.length)).toEqual(Array(10).fill(100));
    expect(calls.length).toBeLessThanOrEqual(12);
  });

  it("gives nothing at all where Linear says that it was too much", async () => {
    linear.faults.push({
      match: () => true,
      respond: () =>
        Response.json(
          { errors: [{ message: "Slow down", extensions: { code: "RATELIMITED" } }] },
          { status: 400 },
        ),
    });
    const read = await port.readOpenSprints("workspace", signal);
    expect(read).toMatchObject({ ok: false, error: { kind: "rate-limited" } });
  });
});

describe("who moved an issue into its cycle", () => {
  it("is who did it last", async () => {
    updateIssue(linear, actor("raj"), "ATL-6", { cycleId: cycle("Sprint 2") });
    now += 1_000;
    updateIssue(linear, actor("ana"), "ATL-6", { cycleId: cycle("Sprint 3") });
    now += 1_000;
    updateIssue(linear, actor("raj"), "ATL-6", { priority: 1 });
    expect(await moverOf("ATL-6")).toEqual({
      by: actor("ana").userId,
      at: new Date(now - 1_000).toISOString(),
    });
  });

  it("is who started it, where the team's automation chose the cycle", async () => {
    updateIssue(linear, actor("raj"), "ATL-6", { stateId: stateId("started") });
    expect(issueBy(linear, "ATL-6").cycleId).toBe(cycle("Sprint 2"));
    expect(await moverOf("ATL-6")).toMatchObject({ by: actor("raj").userId });
  });

  it("is who made it, where it was made in a state by which the automation chose the cycle", async () => {
    const made = createIssue(linear, actor("raj"), {
      ...{ title: "Made as started", teamId: linear.team.id, stateId: stateId("started") },
    });
    expect(made.cycleId).toBe(cycle("Sprint 2"));
    expect(await moverOf(`ATL-${made.number}`)).toMatchObject({ by: actor("raj").userId });
  });

  it("is nobody, where something else chose it long after", async () => {
    updateIssue(linear, actor("raj"), "ATL-6", { priority: 1 });
    const issue = issueBy(linear, "ATL-6");
    issue.cycleId = cycle("Sprint 2");
    const at = new Date(now + 60_000).toISOString();
    linear.store.insert({
      ...{ typename: "IssueHistory", id: crypto.randomUUID(), createdAt: at, updatedAt: at },
      ...{ issueId: issue.id, actorId: null, fromCycleId: null, toCycleId: issue.cycleId },
    });
    expect(await moverOf("ATL-6")).toEqual({ by: null, at });
  });

  it("is who made it, where it was made in there", async () => {
    const made = createIssue(linear, actor("raj"), {
      ...{ title: "Made in place", teamId: linear.team.id, cycleId: cycle("Sprint 2") },
    });
    expect(await moverOf(`ATL-${made.number}`)).toEqual({ by: actor("raj").userId, at: made.createdAt });
  });
});

describe("moving issues", () => {
  it("takes them out of their cycle and into another", async () => {
    updateIssue(linear, actor("raj"), "ATL-6", { cycleId: cycle("Sprint 2") });
    expect(await port.move([idOf("ATL-6")], null, signal)).toEqual({ ok: true, value: new Map() });
    expect(issueBy(linear, "ATL-6").cycleId).toBeNull();
    await port.move([idOf("ATL-6")], cycle("Sprint 3"), signal);
    expect(issueBy(linear, "ATL-6").cycleId).toBe(cycle("Sprint 3"));
  });

  it("fails as a whole where one of them is gone", async () => {
    const moved = await port.move([idOf("ATL-6"), crypto.randomUUID()], null, signal);
    expect(moved).toMatchObject({ ok: false, error: { kind: "not-found" } });
  });
});
