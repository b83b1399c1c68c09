import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { type MatrixRow, writeMatrixRows } from "../e2e/matrix-rows";
import { forgeStage } from "./forge-stage";
import type { ForgeStage } from "./open-stage";

afterEach(() => vi.useRealTimers());

const field = "customfield_10020";
const gateway = `/gateway/api/graphql/pq/${"a".repeat(64)}?operation=`;

/** What a drop into sprint 2 sends. */
const dropped = {
  ...{ sprintId: 2, addToBacklog: false, customFieldId: 10_019, rapidViewId: 1 },
  calculateNewIssuesOrder: false,
};

/** Every way into sprint 2, open, that a client without the extension has; gives the keys that it put there. */
const ways: [string, (stage: ForgeStage) => Promise<string[]>][] = [
  [
    "a drag in the backlog",
    async ({ ask }) => {
      const body = { ...dropped, idOrKeys: ["ATL-6"], idOrKeyAfter: "ATL-1" };
      await ask("tom", "PUT", "/rest/greenhopper/1.0/sprint/rank", body);
      return ["ATL-6"];
    },
  ],
  [
    "the Sprint field of an issue",
    async ({ ask, issue }) => {
      const ari = (kind: string, id: string | number) => `ari:cloud:jira:site:${kind}/${id}`;
      const input = { issueId: ari("issue", issue("ATL-6").id), sprintId: ari("sprint", 2) };
      const body = { variables: { input } };
      await ask("tom", "POST", `${gateway}issueFieldSprint_updateSprintMutation`, body);
      return ["ATL-6"];
    },
  ],
  [
    "a client that moves",
    async ({ ask }) => {
      await ask("tom", "POST", "/rest/agile/1.0/sprint/2/issue", { issues: ["ATL-6"] });
      return ["ATL-6"];
    },
  ],
  [
    "a client that edits",
    async ({ ask }) => {
      await ask("tom", "PUT", "/rest/api/3/issue/ATL-6", { fields: { [field]: 2 } });
      return ["ATL-6"];
    },
  ],
  [
    "a client that edits by an automation's operations",
    async ({ ask }) => {
      await ask("tom", "PUT", "/rest/api/2/issue/ATL-6", { update: { [field]: [{ set: 2 }] } });
      return ["ATL-6"];
    },
  ],
  [
    "a client that creates",
    async ({ ask }) => {
      const fields = { project: { key: "ATL" }, issuetype: { name: "Story" }, summary: "New", [field]: 2 };
      const made = await ask("tom", "POST", "/rest/api/3/issue", { fields });
      return [((await made.json()) as { key: string }).key];
    },
  ],
  [
    "inline creation in a sprint",
    async ({ ask }) => {
      const fields = { project: { key: "ATL" }, issuetype: { name: "Story" }, summary: "New" };
      const made = await ask("tom", "POST", "/rest/api/3/issue", { fields });
      const { key } = (await made.json()) as { key: string };
      await ask("tom", "PUT", "/rest/greenhopper/1.0/sprint/rank", { ...dropped, idOrKeys: [key] });
      return [key];
    },
  ],
  [
    "many at once",
    async ({ ask }) => {
      await ask("tom", "POST", "/rest/agile/1.0/sprint/2/issue", { issues: ["ATL-6", "ATL-5"] });
      return ["ATL-5", "ATL-6"];
    },
  ],
  [
    "a sprint that is still to come",
    async ({ ask }) => {
      await ask("tom", "POST", "/rest/agile/1.0/sprint/3/issue", { issues: ["ATL-6"] });
      return ["ATL-6"];
    },
  ],
];

const rows: MatrixRow[] = [];
const row = (wayIn: string, outcome: string, ms: number) =>
  rows.push({ tracker: "jira", wayIn: `${wayIn}, no extension`, mode: "block", ring: "server", outcome, ms });
afterAll(async () => {
  await writeMatrixRows(rows, ({ ring }) => ring === "server");
  console.table(rows);
});

/** What one request takes, on the way and at the other end. */
const latencyMs = 100;

describe("without any extension, a ticket that is not signed off is out of the sprint again after", () => {
  it.each(ways)("%s", async (name, enter) => {
    const stage = await forgeStage({ mode: "block" }, { latencyMs });
    const keys = await enter(stage);
    expect(keys.map(stage.placeOf)).not.toContain(null);
    await stage.platform.settle();
    for (const key of keys) row(name, "put back", inSprintMs(stage, key));
    expect(keys.map(stage.placeOf)).toEqual(keys.map(() => null));
    for (const key of keys) {
      expect(stage.told(key)).toHaveLength(1);
      expect(stage.told(key)[0]).toContain(`${key} was taken out of the sprint again`);
    }
    expect(stage.platform.failures).toEqual([]);
  });

  it.each(ways)("%s, though every event about it is lost", async (name, enter) => {
    const stage = await forgeStage({ mode: "block" }, { delivery: () => [] });
    await stage.platform.pass(3_600_000);
    const keys = await enter(stage);
    await stage.platform.pass(2 * 3_600_000);
    expect(keys.map(stage.placeOf)).toEqual(keys.map(() => null));
    for (const key of keys) row(`${name}, every event lost`, "put back", inSprintMs(stage, key));
    expect(stage.platform.failures).toEqual([]);
  });

  it("the start of a sprint that it was put into unseen", async () => {
    let isLost = true;
    const stage = await forgeStage({ mode: "block" }, { delivery: () => (isLost ? [] : [1_000]) });
    await stage.platform.pass(3_600_000);
    await stage.ask("tom", "POST", "/rest/agile/1.0/sprint/3/issue", { issues: ["ATL-6"] });
    isLost = false;
    await stage.ask("ana", "POST", "/rest/agile/1.0/sprint/3", { state: "active" });
    await stage.platform.settle();
    expect(stage.placeOf("ATL-6")).toBe(null);
    row("the start of a sprint that it was put into unseen", "put back", inSprintMs(stage, "ATL-6"));
    expect(stage.platform.failures).toEqual([]);
  });
});

/** How long a ticket was in a sprint before the app took it out. */
function inSprintMs({ issue, platform }: ForgeStage, key: string): number {
  const { changelog, created } = issue(key);
  const out = changelog.findLast(({ author }) => author === platform.app)?.created ?? "";
  const entered = changelog.findLast(({ author }) => author !== platform.app)?.created ?? created;
  return Date.parse(out) - Date.parse(entered);
}

it("lets in what is signed off, from every way in, and says nothing", async () => {
  for (const [, enter] of ways.filter(([name]) => !/creat/.test(name))) {
    const stage = await forgeStage();
    for (const key of ["ATL-5", "ATL-6"]) {
      stage.write(key);
      stage.sign(key);
    }
    const keys = await enter(stage);
    await stage.platform.settle();
    expect(keys.map(stage.placeOf)).not.toContain(null);
    expect(keys.flatMap(stage.told)).toEqual([]);
    stage.end();
  }
});

it.each(["observe", "off"] as const)("leaves all where it is while the policy says %s", async (mode) => {
  const stage = await forgeStage({ mode });
  await stage.ask("tom", "POST", "/rest/agile/1.0/sprint/2/issue", { issues: ["ATL-6"] });
  await stage.platform.settle();
  expect(stage.placeOf("ATL-6")).toBe(2);
  expect(stage.told("ATL-6")).toEqual([]);
});

it("tells under warn, once, and moves nothing", async () => {
  const stage = await forgeStage({ mode: "warn" }, { delivery: () => [1_000, 2_000, 180_000] });
  await stage.ask("tom", "POST", "/rest/agile/1.0/sprint/2/issue", { issues: ["ATL-6"] });
  await stage.platform.settle();
  expect(stage.placeOf("ATL-6")).toBe(2);
  expect(stage.told("ATL-6")).toEqual([
    expect.stringContaining("may stay in its sprint, though it has no problem statement"),
  ]);
});

it("leaves what was inside before the gate began to look", async () => {
  const stage = await forgeStage({ mode: "block" });
  await stage.platform.pass(25 * 3_600_000);
  expect(["ATL-1", "ATL-2", "ATL-4"].map(stage.placeOf)).toEqual([2, 2, 2]);
  expect(["ATL-1", "ATL-2"].flatMap(stage.told)).toEqual([]);
});

describe("the validator on a transition", () => {
  const start = (stage: ForgeStage) =>
    stage.ask("tom", "POST", "/rest/api/3/issue/ATL-6/transitions", { transition: { id: "21" } });

  it("refuses what is not signed off, says why and what mends it, and lets through what is", async () => {
    const stage = await forgeStage();
    stage.platform.validateTransitions();
    const refused = await start(stage);
    expect(refused.status).toBe(400);
    row("a transition with the validator", "refused", 0);
    const { errorMessages } = (await refused.json()) as { errorMessages: string[] };
    expect(errorMessages[0]).toMatch(
      /^ATL-6 has no problem statement, and inherits none\. Write the statement/,
    );
    stage.write("ATL-6");
    expect((await start(stage)).status).toBe(400);
    stage.sign("ATL-6");
    expect((await start(stage)).status).toBe(204);
  });

  it("refuses the same on the board", async () => {
    const stage = await forgeStage();
    stage.platform.validateTransitions();
    const body = { variables: { input: { issueKey: "ATL-6", toStatusId: "3" } } };
    const answer = await stage.ask("tom", "POST", `${gateway}boardCardTransitionMutation`, body);
    expect(answer.status).toBe(400);
    expect(stage.issue("ATL-6").status.name).toBe("To Do");
  });

  it.each([
    ["allow-and-flag", 204],
    ["block", 400],
  ] as const)(
    "does as the policy says, %s, where the app may not see the issue",
    async (withoutFacts, status) => {
      const stage = await forgeStage({ mode: "block", withoutFacts });
      stage.platform.validateTransitions();
      stage.platform.app.role = "signer";
      stage.issue("ATL-6").visibleTo = ["member"];
      expect((await start(stage)).status).toBe(status);
    },
  );
});
