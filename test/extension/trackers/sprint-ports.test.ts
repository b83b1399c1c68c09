import { expect, it } from "vitest";
import { callLinear } from "../../../extension/facts/call-linear";
import { linearSprintPort } from "../../../extension/trackers/linear/sprint-port";
import { performRequest } from "../../../extension/trackers/perform-request";
import { jiraSprintPort } from "../../../shared/jira/sprint-port";
import { seedCompany } from "../../sandbox/company/seed";
import { jiraApi } from "../../sandbox/jira/api";
import { createJiraSite } from "../../sandbox/jira/site";
import { linearApi } from "../../sandbox/linear/api";
import { createLinearWorkspace } from "../../sandbox/linear/workspace";
import { fetchFrom } from "../fetch-from";

const { signal } = new AbortController();
const today = new Date().toISOString().slice(0, 10);
const hints = { sprintField: "customfield_10020" };

function inJira(issues: number) {
  const site = createJiraSite({ company: seedCompany({ today, issues }) });
  const fetch = fetchFrom(jiraApi(site), "https://northwind.atlassian.net", {
    cookie: "cloud.session.token=ana",
  });
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
        keys: [...site.issues.values()]
          .filter((it) => it.sprintIds.includes(id) && it.type.hierarchyLevel >= 0)
          .map(({ key }) => key),
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

it("reads the keys of one sprint of Jira", async () => {
  const { site, port } = inJira(600);
  const active = site.sprints.find(({ state }) => state === "active");
  if (!active) throw new Error("the seed has no such sprint");
  const inside = [...site.issues.values()].filter((it) => it.sprintIds.includes(active.id));
  expect(given(await port.readKeys(String(active.id), signal)).toSorted()).toEqual(
    inside.map(({ key }) => key).toSorted(),
  );
});

it("reads Linear's current and coming cycles", async () => {
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
});
