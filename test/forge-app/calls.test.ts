import { afterEach, describe, expect, it, vi } from "vitest";
import type { Calls } from "../../forge-app/src/resolvers/calls";
import { defaultPolicy } from "../../shared/domain/policy";
import { bet, ticket } from "../sandbox/jira/small-company";
import { moveToSprint } from "../sandbox/jira/sprints";
import { forgeStage } from "./forge-stage";
import type { ForgeStage } from "./open-stage";

afterEach(() => vi.useRealTimers());

/** Everybody who may sit in front of a page; "project admin" administers the project and not the site. */
const people = ["admin", "project admin", "member", "signer", "stranger", "anonymous"] as const;
type Who = (typeof people)[number];
const names: Record<Who, string | null> = {
  ...{ admin: "ana", "project admin": "raj", member: "tom", signer: "raj", stranger: "olga" },
  anonymous: null,
};
const stageFor = async (who: Who): Promise<ForgeStage> => {
  const stage = await forgeStage();
  if (who === "project admin") stage.site.grants.signer.add("ADMINISTER_PROJECTS");
  return stage;
};

const projectId = ({ site }: ForgeStage) => site.projects[0]?.id ?? "";
const insiders: Who[] = ["admin", "project admin", "member", "signer"];
const payloads: Record<keyof Calls, { asks: (stage: ForgeStage) => object; who: Who[] }> = {
  health: { asks: () => ({}), who: ["admin"] },
  readSettings: { asks: () => ({}), who: ["admin"] },
  saveSettings: {
    asks: () => ({ settings: { policy: { ...defaultPolicy, mode: "block" } } }),
    who: ["admin"],
  },
  gateNumbers: { asks: (stage) => ({ projectId: projectId(stage), days: 30 }), who: insiders },
  sprintReports: { asks: (stage) => ({ projectId: projectId(stage) }), who: insiders },
  defaultPolicy: { asks: (stage) => ({ projectId: projectId(stage) }), who: insiders },
  mySignRight: { asks: (stage) => ({ projectId: projectId(stage) }), who: insiders },
  enterSprint: {
    asks: ({ issue }) => ({ issueIds: [issue("ATL-6").id], sprintId: "2" }),
    who: insiders,
  },
};
const calls = Object.keys(payloads) as (keyof Calls)[];

/** All that a call could change. */
const stateOf = ({ site, platform }: ForgeStage): string =>
  JSON.stringify([
    [...platform.store.values],
    [...site.issues.values()].map(({ key, sprintIds, comments, changelog, properties }) => [
      ...[key, sprintIds, comments.length, changelog.length],
      [...properties],
    ]),
    site.projects.map(({ properties }) => [...properties]),
  ]);

describe.each(calls)("%s", (name) => {
  it.each(people)("answers %s, or refuses and changes nothing", async (who) => {
    const { asks, who: may } = payloads[name];
    const stage = await stageFor(who);
    if (name === "enterSprint") {
      stage.write("ATL-6");
      stage.sign("ATL-6");
    }
    const before = stateOf(stage);
    const answer = await stage.call(name, asks(stage), names[who]);
    if (may.includes(who)) {
      expect(answer).toMatchObject({ ok: true });
    } else {
      const kind = who === "anonymous" ? "signed-out" : "forbidden";
      expect(answer).toEqual({ ok: false, error: { kind, message: null } });
      expect(stateOf(stage)).toBe(before);
    }
    expect(stage.platform.failures).toEqual([]);
  });

  const hostile = "\u202e<img src=x onerror=alert(1)>\u0000' OR 1=1 --/../..?x#";
  it.each<[string, (asks: Record<string, unknown>) => unknown]>([
    ["nothing", () => null],
    ["a list", () => []],
    ["a text", () => hostile],
    ["something besides", (asks) => ({ ...asks, also: 1 })],
    ["its prototype", () => JSON.parse('{"__proto__": {"projectId": "1"}, "constructor": 1}')],
    ["hostile text in every field", (asks) => mapped(asks, () => hostile)],
    ["a path in every field", (asks) => mapped(asks, () => "10000/../../3/myself")],
    ["a huge number in every field", (asks) => mapped(asks, () => "9".repeat(400))],
    ["fields that are lists of lists", (asks) => mapped(asks, () => [[[[]]]])],
  ])("takes no payload that is %s", async (what, spoil) => {
    const stage = await forgeStage();
    const asks = payloads[name].asks(stage) as Record<string, unknown>;
    const isEmpty = Object.keys(asks).length === 0 && JSON.stringify(spoil(asks)) === "{}";
    if (isEmpty || (what === "nothing" && Object.keys(asks).length === 0)) return;
    const before = stateOf(stage);
    const answer = await stage.call(name, spoil(asks), "ana");
    expect(answer).toEqual({ ok: false, error: { kind: "rejected", message: null } });
    expect(stateOf(stage)).toBe(before);
    expect(stage.platform.failures).toEqual([]);
  });

  it("takes no payload of 5 MB, neither through the platform nor past it", async () => {
    const stage = await forgeStage();
    const asks = payloads[name].asks(stage) as Record<string, unknown>;
    const large = { ...mapped(asks, () => "1".repeat(5_000_000)), filling: "x".repeat(5_000_000) };
    const before = stateOf(stage);
    await expect(stage.call(name, large, "ana")).rejects.toThrow("larger than 500 KB");
    const { answerCall } = await import("../../forge-app/src/resolvers/answer-call");
    const past = await answerCall(name, large, stage.person("ana").accountId);
    expect(past).toEqual({ ok: false, error: { kind: "rejected", message: null } });
    expect(stateOf(stage)).toBe(before);
  });
});

const mapped = (asks: Record<string, unknown>, to: (value: unknown) => unknown) =>
  Object.fromEntries(Object.entries(asks).map(([name, value]) => [name, to(value)]));

it("answers no call that is not there, whatever it is named", async () => {
  const stage = await forgeStage();
  const before = stateOf(stage);
  for (const name of ["constructor", "__proto__", "hasOwnProperty", "nothing"])
    await expect(stage.platform.invoke(name, {}, { by: stage.person("ana") })).rejects.toThrow();
  expect(stateOf(stage)).toBe(before);
});

describe("settings", () => {
  it("hold where a project has no policy of its own, and nowhere else", async () => {
    const stage = await forgeStage({ mode: "off" });
    const policy = { ...defaultPolicy, mode: "block" as const };
    await stage.call("saveSettings", { settings: { policy } }, "ana");
    expect(await stage.call("readSettings", {}, "ana")).toEqual({ ok: true, value: { policy } });
    moveToSprint(stage.site, stage.person("tom"), ["ATL-6"], 2);
    await stage.platform.settle();
    expect(stage.placeOf("ATL-6")).toBe(2);
    stage.site.projects[0]?.properties.delete("plumbline.policy");
    moveToSprint(stage.site, stage.person("tom"), ["ATL-5"], 2);
    await stage.platform.settle();
    expect(stage.placeOf("ATL-5")).toBe(null);
  });

  it("take no policy that is larger than a project's own could be", async () => {
    const stage = await forgeStage();
    const signers = Array.from({ length: 2_000 }, (_, at) => `712020:account-number-${at}`);
    const policy = { ...defaultPolicy, functions: [{ name: "product", signers }] };
    const answer = await stage.call("saveSettings", { settings: { policy } }, "ana");
    expect(answer).toMatchObject({ ok: false, error: { kind: "rejected" } });
  });

  it("keep hostile words as words", async () => {
    const stage = await forgeStage();
    const signers = ["</script><script>alert(1)</script>", "\u202eevil", "__proto__", "'; DROP TABLE"];
    const policy = { ...defaultPolicy, functions: [{ name: "product", signers }] };
    await stage.call("saveSettings", { settings: { policy } }, "ana");
    expect(await stage.call("readSettings", {}, "ana")).toEqual({ ok: true, value: { policy } });
  });
});

describe("entering a sprint through the app", () => {
  const enter = (stage: ForgeStage, keys: string[], who = "tom", sprintId = "2") =>
    stage.call("enterSprint", { issueIds: keys.map((it) => stage.issue(it).id), sprintId }, who);

  /** Only the app keeps the permission to schedule. */
  const strictStage = async (entersThroughApp = true) => {
    const stage = await forgeStage({ mode: "block", entersThroughApp });
    for (const role of ["member", "signer"] as const) stage.site.grants[role].delete("SCHEDULE_ISSUES");
    return stage;
  };

  it("moves what is signed off, keeps out the rest and says why, and the gate leaves it there", async () => {
    const stage = await strictStage();
    stage.write("ATL-6");
    stage.sign("ATL-6");
    const answer = await enter(stage, ["ATL-5", "ATL-6"]);
    expect(answer).toEqual({
      ok: true,
      value: {
        entered: [stage.issue("ATL-6").id],
        kept: [
          {
            id: stage.issue("ATL-5").id,
            key: "ATL-5",
            reasons: ["statement-missing"],
            words: expect.stringMatching(/^ATL-5 has no problem statement/),
          },
        ],
      },
    });
    await stage.platform.pass(25 * 3_600_000);
    expect(["ATL-5", "ATL-6"].map(stage.placeOf)).toEqual([null, 2]);
    expect(stage.told("ATL-6")).toEqual([]);
  });

  it("is the only way in then, on every way that a client has", async () => {
    const stage = await strictStage();
    stage.write("ATL-6");
    stage.sign("ATL-6");
    const asked = await stage.ask("tom", "POST", "/rest/agile/1.0/sprint/2/issue", { issues: ["ATL-6"] });
    expect(asked.status).toBe(403);
    await enter(stage, ["ATL-6"]);
    expect(stage.placeOf("ATL-6")).toBe(2);
  });

  it.each<[string, (stage: ForgeStage) => void, string]>([
    [
      "may edit one of them and not the other",
      ({ issue }) => void Object.assign(issue("ATL-5"), { visibleTo: ["admin"] }),
      "tom",
    ],
    ["may not edit", ({ site }) => void site.grants.member.delete("EDIT_ISSUES"), "tom"],
    ["sees nothing of it", () => {}, "olga"],
  ])("moves nothing for somebody who %s", async (_, prepare, who) => {
    const stage = await strictStage();
    for (const key of ["ATL-5", "ATL-6"]) {
      stage.write(key);
      stage.sign(key);
    }
    prepare(stage);
    expect(await enter(stage, ["ATL-5", "ATL-6"], who)).toMatchObject({ error: { kind: "forbidden" } });
    expect(["ATL-5", "ATL-6"].map(stage.placeOf)).toEqual([null, null]);
  });

  it.each([
    ["is not there", "99", "forbidden"],
    ["is closed", "1", "rejected"],
  ])("moves nothing into a sprint that %s", async (_, sprintId, kind) => {
    const stage = await strictStage();
    stage.write("ATL-6");
    stage.sign("ATL-6");
    expect(await enter(stage, ["ATL-6"], "tom", sprintId)).toMatchObject({ error: { kind } });
    expect(stage.placeOf("ATL-6")).toBe(null);
  });

  it("takes fifty at once and no more", async () => {
    const stage = await strictStage();
    const issueIds = Array.from({ length: 51 }, (_, at) => String(at + 1));
    const answer = await stage.call("enterSprint", { issueIds, sprintId: "2" }, "tom");
    expect(answer).toMatchObject({ error: { kind: "rejected" } });
  });

  it("moves nothing for people who may not schedule, unless the policy says that they enter through the app", async () => {
    const stage = await strictStage(false);
    stage.write("ATL-6");
    stage.sign("ATL-6");
    expect(await enter(stage, ["ATL-6"])).toMatchObject({ error: { kind: "forbidden" } });
    expect(stage.placeOf("ATL-6")).toBe(null);
    stage.site.grants.member.add("SCHEDULE_ISSUES");
    await enter(stage, ["ATL-6"]);
    expect(stage.placeOf("ATL-6")).toBe(2);
  });

  it("lets in what the glass was broken for", async () => {
    const stage = await strictStage();
    stage.breakGlass("ATL-6");
    await enter(stage, ["ATL-6"]);
    expect(stage.placeOf("ATL-6")).toBe(2);
  });
});

describe("what issues of other people's are named in", () => {
  const hidden = async () => {
    const stage = await forgeStage(
      { mode: "block" },
      {},
      { bets: [bet("north")], tickets: [ticket(1), ticket(2)] },
    );
    moveToSprint(stage.site, stage.person("tom"), ["ATL-1", "ATL-2"], 3);
    stage.breakGlass("ATL-2");
    await stage.platform.settle();
    stage.issue("ATL-2").visibleTo = ["admin"];
    return stage;
  };

  it("numbers count them, and name none and quote nobody", async () => {
    const stage = await hidden();
    const asks = payloads.gateNumbers.asks(stage);
    const [ana, tom] = [
      await stage.call("gateNumbers", asks, "ana"),
      await stage.call("gateNumbers", asks, "tom"),
    ];
    const keysIn = (answer: typeof ana) =>
      answer.ok ? (answer.value as { issue: string }[]).map(({ issue }) => issue) : null;
    expect(keysIn(ana)).toEqual(["ATL-1", "ATL-2"]);
    expect(keysIn(tom)).toEqual(["ATL-1", null]);
    expect(JSON.stringify(ana)).toContain("Payments are down");
    expect(JSON.stringify(tom)).not.toContain("Payments are down");
  });
});

describe("a hundred people and tabs that sign the same statement at once", () => {
  it("leave one verdict, and it is right", async () => {
    const stage = await forgeStage({ mode: "block" }, { isParallel: true });
    stage.write("ATL-6");
    const issueIds = [stage.issue("ATL-6").id];
    const answers = await Promise.all(
      Array.from({ length: 100 }, async () => {
        stage.sign("ATL-6");
        return stage.call("enterSprint", { issueIds, sprintId: "2" }, "tom");
      }),
    );
    // Jira's own limits stop many of them, and those are told so.
    const entered = { ok: true, value: { entered: issueIds, kept: [] } };
    const stopped = { ok: false, error: { kind: "rate-limited", message: null } };
    for (const it of answers) expect([entered, stopped]).toContainEqual(it);
    await stage.platform.pass(2_000);
    expect(await stage.call("enterSprint", { issueIds, sprintId: "2" }, "tom")).toEqual(entered);
    await stage.platform.pass(2 * 3_600_000);
    expect(stage.placeOf("ATL-6")).toBe(2);
    expect(stage.told("ATL-6")).toEqual([]);
    expect(stage.platform.failures).toEqual([]);
  });

  it("count for nothing where they are none that may sign", async () => {
    const stage = await forgeStage({
      mode: "block",
      functions: [{ name: "product", signers: ["somebody-else"] }],
    });
    stage.write("ATL-6");
    const issueIds = [stage.issue("ATL-6").id];
    const answers = await Promise.all(
      Array.from({ length: 100 }, async () => {
        stage.sign("ATL-6");
        return stage.call("enterSprint", { issueIds, sprintId: "2" }, "tom");
      }),
    );
    const isKept = (it: (typeof answers)[number]) =>
      it.ok
        ? JSON.stringify(it.value).startsWith('{"entered":[],"kept":[{')
        : it.error.kind === "rate-limited";
    expect(answers.filter((it) => !isKept(it))).toEqual([]);
    expect(stage.placeOf("ATL-6")).toBe(null);
  });
});

describe("health", () => {
  it("tells of the last event and sweep, and of what was given up", async () => {
    const stage = await forgeStage();
    expect(await stage.call("health", {}, "ana")).toEqual({
      ok: true,
      value: { lastEventAt: null, lastSweepAt: null, failures: [] },
    });
    let isDown = true;
    stage.site.faults.push({
      match: (it) => isDown && it.url.includes("bulkfetch"),
      respond: () => new Response("down", { status: 503 }),
      times: 1_000,
    });
    moveToSprint(stage.site, stage.person("tom"), ["ATL-6"], 2);
    await stage.platform.pass(3_700_000);
    isDown = false;
    const answer = await stage.call("health", {}, "ana");
    expect(answer).toMatchObject({
      value: {
        lastEventAt: expect.stringMatching(/^2026-11-16T09/),
        lastSweepAt: expect.stringMatching(/^2026-11-16T10/),
        failures: [{ what: expect.stringContaining("Given up after 4 tries: event of ATL-6") }],
      },
    });
  });
});
