import { expect, it } from "vitest";
import { callLinear } from "../../../../extension/facts/call-linear";
import { readChosenCycles } from "../../../../extension/trackers/linear/chosen-cycle";
import type { LeftToTracker } from "../../../../shared/tracker/sprint-entry";
import { linearApi } from "../../../sandbox/linear/api";
import { stateId } from "../../../sandbox/linear/fill-team";
import { noon, smallCompany } from "../../../sandbox/linear/small-company";
import { createLinearWorkspace } from "../../../sandbox/linear/workspace";
import { fetchFrom } from "../../fetch-from";

const { signal } = new AbortController();

function open() {
  const workspace = createLinearWorkspace({ company: smallCompany(), now: () => noon });
  const fetch = fetchFrom(linearApi(workspace), "https://api.linear.app", {});
  const issues = workspace.store.all("Issue");
  const outside = issues.find(({ cycleId }) => cycleId === null);
  const inside = issues.find(({ cycleId }) => cycleId !== null);
  if (!outside || !inside) throw new Error("The company has no such issues.");
  const active = workspace.store
    .all("Cycle")
    .find(({ startsAt, endsAt }) => startsAt <= noon.toISOString() && noon.toISOString() < endsAt);
  const entries = async (...moves: LeftToTracker[]) => {
    const read = await readChosenCycles(moves, (it) => callLinear(it, "lin_api_ana", fetch), signal);
    return read.ok ? read.value : read.error.kind;
  };
  return { workspace, outside, inside, active, entries };
}
const to = (type: Parameters<typeof stateId>[0], issue: string): LeftToTracker => ({
  act: "change-state",
  issue,
  state: stateId(type),
});

it.each(["started", "completed"] as const)(
  "an issue outside every cycle that is %s enters the active one, as the server does",
  async (type) => {
    const { workspace, outside, active, entries } = open();
    const { key } = workspace.team;
    expect(await entries(to(type, outside.id), to(type, `${key}-${outside.number}`))).toEqual([
      { act: "enter", issue: outside.id, sprint: active?.id },
      { act: "enter", issue: `${key}-${outside.number}`, sprint: active?.id },
    ]);
  },
);

it.each(["backlog", "unstarted", "canceled"] as const)("one that becomes %s does not", async (type) => {
  const { outside, entries } = open();
  expect(await entries(to(type, outside.id))).toEqual([]);
});

it("one that is in a cycle does not, nor one whose team does not want it", async () => {
  const { workspace, outside, inside, entries } = open();
  expect(await entries(to("started", inside.id))).toEqual([]);
  workspace.team.cycleIssueAutoAssignStarted = false;
  expect(await entries(to("started", outside.id))).toEqual([]);
});

it("one that arrives in a team enters its cycle by the state that it has", async () => {
  const { workspace, outside, active, entries } = open();
  const arrive: LeftToTracker = { act: "change-team", issue: outside.id, team: workspace.team.id };
  expect(await entries(arrive)).toEqual([]);
  outside.stateId = stateId("started");
  expect(await entries(arrive)).toEqual([{ act: "enter", issue: outside.id, sprint: active?.id }]);
});

it.each([
  ["started", true],
  ["completed", true],
  ["backlog", false],
  ["unstarted", false],
] as const)("one that is made in a %s state is made in the active cycle: %s", async (type, isIn) => {
  const { workspace, active, entries } = open();
  const issue = {
    id: null,
    parent: null,
    type: null,
    scope: workspace.team.id,
    bet: null,
    state: stateId(type),
  };
  expect(await entries({ act: "create", issue, sprint: null })).toEqual(
    isIn ? [{ act: "create", issue, sprint: active?.id }] : [],
  );
  // By which state a template makes it, or its parent, is not said.
  expect(await entries({ act: "create", issue: { ...issue, state: null }, sprint: null })).toEqual([]);
});

it("says why where Linear does not tell its settings", async () => {
  const call = async () => ({ status: 429, contentType: "", retryAfterS: 3, body: "" });
  const read = await readChosenCycles([to("started", "ATL-1")], call, signal);
  expect(read.ok ? null : read.error.kind).toBe("rate-limited");
});
