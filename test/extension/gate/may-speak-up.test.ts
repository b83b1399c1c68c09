import { expect, it } from "vitest";
import { maySpeakUp } from "../../../extension/gate/may-speak-up";
import { defaultPolicy, type Policy } from "../../../shared/domain/policy";
import { none, type Reading, unreadable, value } from "../../../shared/domain/result";
import { jiraApi } from "../../../shared/jira/api";
import type { SprintMove } from "../../../shared/tracker/sprint-entry";

const now = Date.parse("2026-11-20T12:00:00Z");
const hourMs = 60 * 60_000;
const policies: Record<string, { policy: Reading<Policy>; readAt: number }> = {
  ATL: { policy: value({ ...defaultPolicy, mode: "observe" }), readAt: now },
  WARN: { policy: value({ ...defaultPolicy, mode: "warn" }), readAt: now },
  HARD: { policy: value({ ...defaultPolicy, mode: "block" }), readAt: now },
  LATER: { policy: value({ ...defaultPolicy, mode: "block", effectiveFrom: "2027-01-01" }), readAt: now },
  NONE: { policy: none, readAt: now },
  ODD: { policy: unreadable([]), readAt: now },
  OLD: { policy: value({ ...defaultPolicy, mode: "observe" }), readAt: now - 2 * hourMs },
};
const cache = {
  byIds: async (_site: string, ids: readonly string[]) =>
    new Map(
      ids.includes("10001")
        ? [["10001", { id: "10001", key: "HARD-1", item: null, malformed: false, readAt: now }]]
        : [],
    ),
  policiesOf: async (_site: string, scopes: readonly string[]) =>
    new Map(scopes.flatMap((it) => (policies[it] ? [[it, policies[it]] as const] : []))),
  allPolicies: async () => [{ policy: value({ ...defaultPolicy, mode: "observe" as const }), readAt: now }],
};
const known = { site: { id: "https://northwind.atlassian.net", api: jiraApi }, cache, now: () => now };
const enter = (issue: string): SprintMove => ({ act: "enter", issue, sprint: "1" });
const create = (parent: string | null, scope: string | null): SprintMove => ({
  act: "create",
  issue: { id: null, parent, type: null, scope, bet: null },
  sprint: "1",
});

it.each<[string, SprintMove[], boolean]>([
  ["a project that observes", [enter("ATL-1")], false],
  ["a project that warns", [enter("WARN-1")], true],
  ["a project without a policy", [enter("NONE-1")], false],
  ["a project whose policy cannot be read", [enter("ODD-1")], false],
  ["a project that will block from a later day on", [enter("LATER-1")], false],
  ["a project that blocks", [enter("HARD-1")], true],
  ["one ticket of a project that blocks among others", [enter("ATL-1"), enter("HARD-1")], true],
  ["a ticket of a project that blocks, by its id", [enter("10001")], true],
  ["an id that nobody knows", [enter("10002")], true],
  ["a project that nobody has read of", [enter("NEW-1")], true],
  ["a policy that was read long ago", [enter("OLD-1")], true],
  ["a new ticket below one of a project that observes", [create("ATL-9", null)], false],
  ["a new ticket in a project that blocks", [create(null, "HARD")], true],
  ["a new ticket of no known project", [create(null, null)], true],
  [
    "a change of state in a project that blocks",
    [{ act: "change-state", issue: "HARD-1", state: "s" }],
    true,
  ],
  ["a change of team where the project observes", [{ act: "change-team", issue: "ATL-1", team: "t" }], false],
  ["the start of a sprint where every policy observes", [{ act: "start", sprint: "1" }], false],
])("whether moves have to wait for their verdict: %s", async (_, moves, waits) => {
  expect(await maySpeakUp(moves, known)).toBe(waits);
});

it.each<[string, string | null, boolean]>([
  ["observes", "ATL", false],
  ["blocks", "HARD", true],
  ["is not known", null, true],
])(
  "a new ticket that names no project waits by the project of its page, which %s",
  async (_, scope, waits) => {
    expect(await maySpeakUp([create(null, null)], { ...known, pageScope: scope })).toBe(waits);
    // What it names itself comes first.
    expect(await maySpeakUp([create(null, "ATL")], { ...known, pageScope: scope })).toBe(false);
  },
);

it.each<[string, Policy["mode"][], boolean]>([
  ["one of the site's policies warns", ["observe", "warn"], true],
  ["no policy is known", [], true],
  ["the gate is off", ["off"], false],
])("the start of a sprint waits where %s", async (_, modes, waits) => {
  const all = modes.map((mode) => ({ policy: value({ ...defaultPolicy, mode }), readAt: now }));
  const ofSite = { ...known, cache: { ...cache, allPolicies: async () => all } };
  expect(await maySpeakUp([{ act: "start", sprint: "1" }], ofSite)).toBe(waits);
});
