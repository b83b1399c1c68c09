import { expect, it } from "vitest";
import { callLinear } from "../../../extension/facts/call-linear";
import { jiraSprintPort } from "../../../extension/trackers/jira/sprint-port";
import { linearSprintPort } from "../../../extension/trackers/linear/sprint-port";
import { performRequest } from "../../../extension/trackers/perform-request";
import { seedCompany } from "../../sandbox/company/seed";
import { jiraApi } from "../../sandbox/jira/api";
import { createJiraSite } from "../../sandbox/jira/site";
import { linearApi } from "../../sandbox/linear/api";
import { createLinearWorkspace } from "../../sandbox/linear/workspace";
import { fetchFrom } from "../fetch-from";

const { signal } = new AbortController();
const today = new Date().toISOString().slice(0, 10);
const hints = { sprintField: "customfield_10020" };

function inJira(issues: number, person = "ana") {
  const site = createJiraSite({ company: seedCompany({ today, issues }) });
  const cookie = `cloud.session.token=${person}`;
  const fetch = fetchFrom(jiraApi(site), "https://northwind.atlassian.net", { cookie });
  let calls = 0;
  const port = jiraSprintPort((request, stop) => {
    calls += 1;
    return performRequest(request, stop, fetch);
  });
  return { site, port, calls: () => calls };
}
function inLinear(issues: number) {
  const workspace = createLinearWorkspace({ company: seedCompany({ today, issues }) });
  const fetch = fetchFrom(linearApi(workspace), "https://api.linear.app", {});
  return { workspace, port: linearSprintPort((it) => callLinear(it, "lin_api_ana", fetch)) };
}
const given = <T>(it: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!it.ok) throw new Error(JSON.stringify(it.error));
  return it.value;
};

it.each([120, 600])(
  "reads Jira's open and coming sprints, those that have begun first, of %s tickets",
  async (count) => {
    const { site, port, calls } = inJira(count);
    const { sprints, isCut } = given(await port.readSprints(site.projects[0]?.key ?? "", hints, signal));
    const expected = site.sprints
      .filter(({ state }) => state !== "closed")
      .map(({ id, state, name }) => ({
        ...{ id: String(id), name, isOpen: state === "active" },
        keys: [...site.issues.values()].filter((it) => it.sprintIds.includes(id)).map(({ key }) => key),
      }))
      .filter(({ keys }) => keys.length > 0);
    const sorted = (all: typeof sprints) => all.map((it) => ({ ...it, keys: it.keys.toSorted() }));
    expect(sorted(sprints).toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(
      sorted(expected).toSorted((a, b) => a.id.localeCompare(b.id)),
    );
    const begun = sprints.map(({ isOpen }) => isOpen);
    expect([isCut, begun]).toEqual([false, begun.toSorted((a, b) => Number(b) - Number(a))]);
    expect(calls()).toBeLessThanOrEqual(10);
  },
);

it("reads none where Jira has no field for sprints, without a call", async () => {
  const { port, calls } = inJira(120);
  expect(await port.readSprints("ATL", { sprintField: null }, signal)).toEqual({
    ok: true,
    value: { sprints: [], isCut: false },
  });
  expect(calls()).toBe(0);
});

it("reads the keys of one sprint of Jira, and puts any number of issues into another", async () => {
  const { site, port, calls } = inJira(600);
  const [active, future] = ["active", "future"].map((it) => site.sprints.find(({ state }) => state === it));
  if (!active || !future) throw new Error("the seed has no such sprints");
  const inside = [...site.issues.values()].filter((it) => it.sprintIds.includes(active.id));
  expect(given(await port.readKeys(String(active.id), signal)).toSorted()).toEqual(
    inside.map(({ key }) => key).toSorted(),
  );
  const moved = [...site.issues.values()]
    .filter((it) => it.type.hierarchyLevel === 0 && it.sprintIds.length === 0)
    .slice(0, 60);
  expect(moved).toHaveLength(60);
  const before = calls();
  given(
    await port.enter(
      String(future.id),
      moved.map(({ id }) => id),
      signal,
    ),
  );
  expect(moved.filter((it) => !it.sprintIds.includes(future.id))).toEqual([]);
  // Fifty a call, which is all that Jira takes.
  expect(calls() - before).toBe(2);
});

it("says why Jira does not let somebody put an issue into a sprint", async () => {
  const { site, port } = inJira(120, "olga");
  const entered = await port.enter(String(site.sprints.at(-1)?.id), ["10001"], signal);
  expect(entered).toMatchObject({ ok: false, error: { kind: expect.stringMatching(/forbidden|not-found/) } });
});

it("reads Linear's current and coming cycles, and puts an issue into one", async () => {
  const { workspace, port } = inLinear(120);
  const { sprints } = given(await port.readSprints("workspace", hints, signal));
  const now = new Date().toISOString();
  const open = workspace.store.all("Cycle").filter(({ endsAt }) => endsAt > now);
  const keyOf = ({ number }: { number: number }) => `${workspace.team.key}-${number}`;
  for (const { id, startsAt } of open) {
    const inside = workspace.store.all("Issue").filter(({ cycleId }) => cycleId === id);
    const read = sprints.find((it) => it.id === id);
    expect(read?.keys.toSorted() ?? []).toEqual(inside.map(keyOf).toSorted());
    if (read) expect(read.isOpen).toBe(startsAt <= now);
  }
  expect(sprints.length).toBeGreaterThan(0);
  const issue = workspace.store.all("Issue").find(({ cycleId }) => cycleId === null);
  const [cycle] = open;
  if (!issue || !cycle) throw new Error("the seed has no such issue");
  given(await port.enter(cycle.id, [issue.id], signal));
  expect(workspace.store.get("Issue", issue.id).cycleId).toBe(cycle.id);
});
