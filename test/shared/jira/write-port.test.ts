import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import { Database } from "../../../extension/store/database";
import { createOutbox } from "../../../extension/store/outbox";
import { performRequest } from "../../../extension/trackers/perform-request";
import { statementHash } from "../../../shared/domain/canonical";
import { writeStatement } from "../../../shared/domain/markdown";
import { defaultPolicy, type Policy } from "../../../shared/domain/policy";
import { type Result, value } from "../../../shared/domain/result";
import { standingOf } from "../../../shared/domain/standing";
import { jiraWritePort } from "../../../shared/jira/write-port";
import type { Outbox } from "../../../shared/outbox/outbox";
import type { Write } from "../../../shared/outbox/outbox-row";
import type { WritePort } from "../../../shared/tracker/write-port";
import { aSheet, aStatement } from "../../domain/builders";
import { fetchFrom } from "../../extension/fetch-from";
import { drainOutbox, leftIn } from "../../extension/trackers/drain-outbox";
import { textToAdf } from "../../sandbox/jira/adf";
import { jiraApi } from "../../sandbox/jira/api";
import { addComment, deleteComment, editComment } from "../../sandbox/jira/comments";
import { setProperty } from "../../sandbox/jira/properties";
import type { JiraIssue, JiraUser } from "../../sandbox/jira/records";
import { createJiraSite, type JiraSite } from "../../sandbox/jira/site";
import { bet, smallCompany, ticket } from "../../sandbox/jira/small-company";

const origin = "https://northwind.atlassian.net";
const { signal } = new AbortController();
let databases = 0;
let now: number;
let site: JiraSite;
/** What happens right before a call of this method and path arrives, once. */
let before: { method: string; path: RegExp; act(): unknown } | null;
/** The answer to the next call of this method and path is lost. */
let lost: { method: string; path: RegExp } | null;

beforeEach(() => {
  now = Date.parse("2026-11-20T12:00:00.000Z");
  before = lost = null;
  const company = smallCompany({ bets: [bet("north"), bet("south")] });
  site = createJiraSite({ company, now: () => new Date(now) });
});

interface Person {
  port: WritePort;
  outbox: Outbox;
  /** Method and path of every call, in order. */
  calls: string[];
}

/** One person's browser. */
function browserOf(person: string): Person {
  const fetch = fetchFrom(
    jiraApi(site, () => now),
    origin,
    { cookie: `cloud.session.token=${person}` },
  );
  const calls: string[] = [];
  const port = jiraWritePort(
    async (request, stop) => {
      calls.push(`${request.method} ${request.path}`);
      const isNow = (it: typeof lost) => it?.method === request.method && it.path.test(request.path);
      if (isNow(before)) {
        const { act } = before ?? { act: () => {} };
        before = null;
        await act();
      }
      const answer = await performRequest(request, stop, fetch);
      if (!isNow(lost)) return answer;
      lost = null;
      return { status: 0, contentType: "", retryAfterS: null, body: "" };
    },
    () => new Date(now),
  );
  const outbox = createOutbox(new Database(`jira-writes-${databases++}`), {
    senderOf: port.senderOf,
    lock: async (run) => {
      await run(async () => true);
      return true;
    },
    now: () => now,
    random: () => 0,
  });
  return { port, outbox, calls };
}

const issue = (key: string): JiraIssue => {
  const found = site.findIssue(key);
  if (found === undefined) throw new Error(`no issue ${key}`);
  return found;
};
const user = (id: string): JiraUser => {
  const found = site.users.find(({ personId }) => personId === id);
  if (found === undefined) throw new Error(`nobody is ${id}`);
  return found;
};
const epic = () => issue("ATL-7");

async function write(
  { port, outbox }: Person,
  part: "statement" | "sheet" | "lane" | "deferral" | "parent",
  object: string,
  payload: unknown,
  id = `${part}-${databases++}`,
): Promise<Write> {
  const base = await port.readPart(object, part, signal);
  if (!base.ok) throw new Error(JSON.stringify(base.error));
  const it: Write = {
    id,
    site: origin,
    object,
    slot: part,
    kind: part,
    payload,
    base: base.value,
    after: null,
  };
  await outbox.add([it]);
  return it;
}

const comment = (object: string, payload: unknown, id: string): Write => ({
  ...{ id, site: origin, object, slot: "comments", kind: "comment", payload, base: null, after: null },
});

const clock = {
  now: () => now,
  moveTo(atMs: number) {
    now = atMs;
  },
};
function read<T>(it: Result<T, unknown>): T {
  if (!it.ok) throw new Error(JSON.stringify(it.error));
  return it.value;
}
const flush = ({ outbox }: Person) => drainOutbox(outbox, clock);
const left = ({ outbox }: Person) => leftIn(outbox);

describe("a statement", () => {
  it("is kept in its property, readable by all, with who wrote what beside it", async () => {
    const ana = browserOf("ana");
    await write(ana, "statement", epic().id, aStatement(), "first");
    await flush(ana);
    expect(await left(ana)).toEqual([]);
    expect(epic().properties.get("plumbline.statement")).toEqual({ ...aStatement(), revision: "first" });
    expect(epic().properties.get(`plumbline.history.${user("ana").accountId}`)).toEqual([
      expect.objectContaining({ part: "statement", revision: "first", over: "none", value: aStatement() }),
    ]);
    const read = await ana.port.readPart(epic().id, "statement", signal);
    expect(read).toEqual({ ok: true, value: { version: expect.any(String), value: aStatement() } });
  });

  it("that somebody changed meanwhile is not covered: their text comes beside", async () => {
    const [ana, raj] = [browserOf("ana"), browserOf("raj")];
    await write(ana, "statement", epic().id, aStatement({ cost: "Ana's" }));
    await write(raj, "statement", epic().id, aStatement({ cost: "Raj's" }));
    await flush(ana);
    await flush(raj);
    const theirs = expect.objectContaining({ value: aStatement({ cost: "Ana's" }) });
    expect(await left(raj)).toEqual([
      { state: "conflict", failure: null, conflict: { theirs, standing: theirs, covered: null } },
    ]);
    const [{ id } = { id: "" }] = await raj.outbox.list();
    await raj.outbox.resolve(id, aStatement({ cost: "both" }));
    await flush(raj);
    expect(await left(raj)).toEqual([]);
    expect(epic().properties.get("plumbline.statement")).toMatchObject({ cost: "both" });
  });

  it("that came over another's within the same moment gives that text back to the one who covered it", async () => {
    const [ana, raj] = [browserOf("ana"), browserOf("raj")];
    await write(raj, "statement", epic().id, aStatement({ cost: "Raj's" }));
    await write(ana, "statement", epic().id, aStatement({ cost: "Ana's" }));
    // Ana's whole write goes between Raj's look and his sending.
    before = { method: "PUT", path: /plumbline\.history\./, act: () => flush(ana) };
    await flush(raj);
    expect([await left(ana), await left(raj)]).toMatchObject([
      [],
      [
        {
          state: "conflict",
          conflict: { theirs: { value: { cost: "Ana's" } }, standing: { value: { cost: "Raj's" } } },
        },
      ],
    ]);
  });

  it("whose answer was lost is found again and not written twice", async () => {
    const ana = browserOf("ana");
    await write(ana, "statement", epic().id, aStatement());
    lost = { method: "PUT", path: /plumbline\.statement$/ };
    await flush(ana);
    expect(await left(ana)).toEqual([]);
    const puts = site.requests.filter((it) => it.method === "PUT" && it.path.endsWith("plumbline.statement"));
    expect(puts).toHaveLength(1);
  });

  it("longer than Jira keeps is refused before it is sent, with what is too much", async () => {
    const ana = browserOf("ana");
    await write(ana, "statement", epic().id, aStatement({ problem: "x".repeat(33_000) }));
    await flush(ana);
    expect(await left(ana)).toMatchObject([
      { state: "refused", failure: { kind: "rejected", message: expect.stringMatching(/^too-long:\d+$/) } },
    ]);
    expect(site.requests.filter((it) => it.method === "PUT")).toEqual([]);
  });

  it("says beforehand how much room it leaves, to the last byte", async () => {
    const ana = browserOf("ana");
    const room = (length: number) =>
      ana.port.roomOf("statement", epic().id, aStatement({ problem: "x".repeat(length) }));
    const most = 30_000 + room(30_000).left;
    expect([room(most).state, room(most + 1).state]).toEqual(["near", "over"]);
    await write(ana, "statement", epic().id, aStatement({ problem: "x".repeat(most) }), crypto.randomUUID());
    await flush(ana);
    // Written over another version, as a first one is not.
    await write(ana, "statement", epic().id, aStatement({ problem: "y".repeat(most) }), crypto.randomUUID());
    await flush(ana);
    expect(await left(ana)).toEqual([]);
    await write(
      ana,
      "statement",
      epic().id,
      aStatement({ problem: "x".repeat(most + 1) }),
      crypto.randomUUID(),
    );
    await flush(ana);
    expect(await left(ana)).toMatchObject([{ state: "refused", failure: { message: "too-long:1" } }]);
  });

  it("written by hand is shown as it stands, and never covered unseen", async () => {
    const ana = browserOf("ana");
    await write(ana, "statement", epic().id, aStatement());
    setProperty(site, user("tom"), epic().id, "plumbline.statement", '"by hand"');
    await flush(ana);
    expect(await left(ana)).toMatchObject([
      { state: "conflict", conflict: { theirs: { value: "by hand" } } },
    ]);
  });

  it.each([
    ["who may not edit", (): void => void site.grants.admin.delete("EDIT_ISSUES"), "forbidden"],
    ["whose issue is gone", (): void => void site.issues.delete(epic().id), "not-found"],
  ])("of somebody %s waits with the tracker's own words", async (_, happens, kind) => {
    const ana = browserOf("ana");
    await write(ana, "statement", epic().id, aStatement());
    happens();
    await flush(ana);
    expect(await left(ana)).toMatchObject([
      { state: "refused", failure: { kind, message: expect.stringMatching(/\w/) } },
    ]);
  });
});

it("a sheet keeps its earlier versions, the oldest give way to Jira's limit", async () => {
  const ana = browserOf("ana");
  for (let version = 1; version <= 30; version += 1) {
    await write(ana, "sheet", epic().id, aSheet({ version, rightToWin: "y".repeat(3_000) }));
    await flush(ana);
  }
  expect(await left(ana)).toEqual([]);
  const history = epic().properties.get(`plumbline.history.${user("ana").accountId}`);
  expect(JSON.stringify(history).length).toBeLessThanOrEqual(32_768);
  const versions = (history as { value: { version: number } }[]).map((it) => it.value.version);
  expect(versions.at(-1)).toBe(30);
  expect(versions.length).toBeGreaterThan(5);
  expect(epic().properties.get("plumbline.sheet")).toMatchObject({ version: 30 });
});

it("gives back the earlier texts of a page, oldest first, with who wrote them and when", async () => {
  const [ana, raj] = [browserOf("ana"), browserOf("raj")];
  const times: string[] = [];
  for (const [person, cost] of [
    [ana, "first"],
    [raj, "second"],
    [ana, "third"],
  ] as const) {
    now += 60_000;
    times.push(new Date(now).toISOString());
    await write(person, "statement", epic().id, aStatement({ cost }));
    await flush(person);
  }
  await write(ana, "sheet", epic().id, aSheet());
  await flush(ana);
  const [one, two] = [user("ana").accountId, user("raj").accountId];
  expect(await raj.port.readTexts(epic().id, "statement", signal)).toEqual({
    ok: true,
    value: [
      { value: aStatement({ cost: "first" }), at: times[0], by: [one] },
      { value: aStatement({ cost: "second" }), at: times[1], by: [two] },
      { value: aStatement({ cost: "third" }), at: times[2], by: [one] },
    ],
  });
});

describe("the policy of a project", () => {
  const policyWrite = (policy: Policy, base: { version: string; value: unknown } | null): Write => ({
    ...{ id: crypto.randomUUID(), site: origin, object: "ATL", slot: "policy", kind: "policy" },
    ...{ payload: policy, base, after: null },
  });
  const policyOf = async (person: Person) => {
    const read = await person.port.readPolicy("ATL", signal);
    if (!read.ok) throw new Error(read.error.kind);
    return read.value;
  };

  it("is written by its administrators, with who changed it and when, and by nobody else", async () => {
    const [ana, tom] = [browserOf("ana"), browserOf("tom")];
    for (const mode of ["warn", "block"] as const) {
      await ana.outbox.add([policyWrite({ ...defaultPolicy, mode }, (await policyOf(ana)).base)]);
      await flush(ana);
      now += 60_000;
    }
    const { reading, changes } = await policyOf(tom);
    expect(reading).toEqual(value({ ...defaultPolicy, mode: "block" }));
    expect(changes.map(({ by, policy }) => [by, policy?.mode])).toEqual([
      [[user("ana").accountId], "warn"],
      [[user("ana").accountId], "block"],
    ]);
    await tom.outbox.add([policyWrite({ ...defaultPolicy, mode: "off" }, (await policyOf(tom)).base)]);
    await flush(tom);
    expect(await leftIn(tom.outbox)).toMatchObject([{ state: "refused", failure: { kind: "forbidden" } }]);
    expect((await policyOf(tom)).reading).toEqual(reading);
  });

  it("that somebody else wrote meanwhile is not written over", async () => {
    const ana = browserOf("ana");
    const { base } = await policyOf(ana);
    site.projects[0]?.properties.set("plumbline.policy", { mode: "observe" });
    await ana.outbox.add([policyWrite({ ...defaultPolicy, mode: "block" }, base)]);
    await flush(ana);
    expect(await leftIn(ana.outbox)).toMatchObject([{ state: "conflict" }]);
    expect(site.projects[0]?.properties.get("plumbline.policy")).toEqual({ mode: "observe" });
  });

  it("that cannot be read is told as such, and one is none", async () => {
    const ana = browserOf("ana");
    site.projects[0]?.properties.set("plumbline.policy", { mode: "sometimes" });
    expect((await policyOf(ana)).reading.kind).toBe("unreadable");
    site.projects[0]?.properties.delete("plumbline.policy");
    expect((await policyOf(ana)).reading.kind).toBe("none");
  });
});

describe("who wrote a statement", () => {
  const writersOf = async (issues: string[], among: string[] | null) => {
    const read = await browserOf("tom").port.readWriters(issues, among, signal);
    return read.ok ? issues.map((it) => read.value.get(it)) : read.error;
  };
  const account = (person: string) => user(person).accountId;

  it("is whoever saved it, though the property names nobody by now", async () => {
    const [ana, raj] = [browserOf("ana"), browserOf("raj")];
    await write(ana, "statement", epic().id, aStatement({ author: account("ana") }));
    await flush(ana);
    await write(raj, "sheet", epic().id, aSheet());
    await flush(raj);
    const unnamed = JSON.stringify(aStatement({ author: null }));
    setProperty(site, user("ana"), epic().id, "plumbline.statement", unnamed);
    const none = issue("ATL-6").id;
    expect(await writersOf([epic().id, none], null)).toEqual([[account("ana")], []]);
    const people = ["ana", "raj", "tom", "olga"].map(account);
    // More than fit into one call, and she among the last.
    const many = [...Array.from({ length: 9 }, (_, at) => `557058:${at}`), ...people];
    expect(await writersOf([epic().id, none], many)).toEqual([[account("ana")], []]);
    expect(await writersOf([epic().id], [account("raj")])).toEqual([[]]);
  });

  it.each([
    ["of all people", null, { method: "GET", path: /properties=\*all/ }],
    ["of a few", ["557058:1"], { method: "POST", path: /bulkfetch/ }],
  ])("is not guessed %s where Jira does not answer", async (_, among, call) => {
    lost = call;
    expect(await writersOf([epic().id], among)).toMatchObject({ kind: "offline" });
  });
});

describe("the aims of a project", () => {
  const aims = [{ title: "Same-day dispatch", definitionOfDone: "95 % leave the same day" }];
  const writeAims = async (person: Person, payload: unknown) => {
    const read = await person.port.readAims("ATL", signal);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const id = `aims-${databases++}`;
    const { base } = read.value;
    await person.outbox.add([
      { id, site: origin, object: "ATL", slot: "aims", kind: "aims", payload, base, after: null },
    ]);
  };

  it("are kept in a property of the project, which who administers it can write", async () => {
    const ana = browserOf("ana");
    expect(await ana.port.readAims("ATL", signal)).toMatchObject({ ok: true, value: { aims: [] } });
    await writeAims(ana, aims);
    await flush(ana);
    expect(await left(ana)).toEqual([]);
    expect(site.projects[0]?.properties.get("plumbline.aims")).toEqual(aims);
    expect(await browserOf("raj").port.readAims("ATL", signal)).toMatchObject({
      ok: true,
      value: { aims: [{ ...aims[0], url: null }] },
    });
  });

  it("of somebody who may not write them wait, in Jira's words", async () => {
    const raj = browserOf("raj");
    await writeAims(raj, aims);
    await flush(raj);
    expect(await left(raj)).toMatchObject([{ state: "refused", failure: { kind: "forbidden" } }]);
  });

  it("that somebody changed meanwhile are not covered", async () => {
    const ana = browserOf("ana");
    await writeAims(ana, aims);
    site.projects[0]?.properties.set("plumbline.aims", [{ title: "Another", definitionOfDone: null }]);
    await flush(ana);
    expect(await left(ana)).toMatchObject([
      { state: "conflict", conflict: { theirs: { value: [{ title: "Another" }] } } },
    ]);
  });
});

describe("the tickets below a bet", () => {
  const below = async () => {
    const read = await browserOf("ana").port.readBelow(epic().id, signal);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    return read.value;
  };

  it("are read level by level, with which has a statement of its own", async () => {
    setProperty(site, user("ana"), issue("ATL-5").id, "plumbline.statement", JSON.stringify(aStatement()));
    expect(await below()).toEqual({
      isCut: false,
      tickets: [
        { id: issue("ATL-1").id, key: "ATL-1", title: "Ticket 1", parentId: epic().id, hasOwn: false },
        { id: issue("ATL-5").id, key: "ATL-5", title: "Ticket 5", parentId: epic().id, hasOwn: true },
        {
          id: issue("ATL-4").id,
          key: "ATL-4",
          title: "Ticket 4",
          parentId: issue("ATL-1").id,
          hasOwn: false,
        },
      ],
    });
  });

  it("are read no further than a few calls go, and that is said", async () => {
    const tickets = Array.from({ length: 450 }, (_, at) => ticket(at + 1, { betId: "north" }));
    site = createJiraSite({ company: smallCompany({ tickets }), now: () => new Date(now) });
    const bet = issue("ATL-451");
    const read = await browserOf("ana").port.readBelow(bet.id, signal);
    expect(read.ok && { ...read.value, tickets: read.value.tickets.length }).toEqual({
      isCut: true,
      tickets: 400,
    });
    expect(site.requests.filter(({ path }) => path.includes("/search/jql"))).toHaveLength(4);
  });
});

describe("a ticket", () => {
  it("is linked, unlinked, put in a lane and off, in the tracker's own field and in properties", async () => {
    const ana = browserOf("ana");
    const orphan = issue("ATL-2");
    for (const [part, payload, seen] of [
      ["parent", epic().id, () => orphan.parentId],
      ["lane", "bug", () => orphan.properties.get("plumbline.lane")],
      [
        "deferral",
        "2026-12-08",
        () => (orphan.properties.get("plumbline.deferral") as { until: string }).until,
      ],
    ] as const) {
      await write(ana, part, orphan.id, payload);
      await flush(ana);
      expect([await left(ana), seen()]).toEqual([[], payload]);
    }
    for (const part of ["parent", "lane", "deferral"] as const) await write(ana, part, orphan.id, null);
    await flush(ana);
    expect(await left(ana)).toEqual([]);
    expect([orphan.parentId, orphan.properties.size]).toEqual([null, 0]);
  });

  it("that somebody else linked first keeps their link, and says so", async () => {
    const [ana, raj] = [browserOf("ana"), browserOf("raj")];
    const south = issue("ATL-8").id;
    await write(ana, "parent", issue("ATL-2").id, epic().id);
    await write(raj, "parent", issue("ATL-2").id, south);
    await flush(raj);
    await flush(ana);
    expect(await left(ana)).toMatchObject([{ state: "conflict", conflict: { theirs: { value: south } } }]);
    expect(issue("ATL-2").parentId).toBe(south);
  });

  it("that cannot be linked there is refused in Jira's words", async () => {
    const ana = browserOf("ana");
    await write(ana, "parent", issue("ATL-2").id, issue("ATL-1").id);
    await flush(ana);
    expect(await left(ana)).toMatchObject([
      { state: "refused", failure: { kind: "rejected", message: expect.stringMatching(/hierarchy/) } },
    ]);
  });
});

describe("many tickets", () => {
  const keys = ["ATL-1", "ATL-2", "ATL-3", "ATL-4", "ATL-5"];
  const ids = () => keys.map((key) => issue(key).id);

  it.each([
    ["parent", null],
    ["lane", "spike"],
    ["deferral", "2026-12-08"],
  ] as const)("are read together as each of them is, for what they have as %s", async (part, payload) => {
    const ana = browserOf("ana");
    await write(ana, part, issue("ATL-2").id, payload ?? epic().id);
    await flush(ana);
    ana.calls.length = 0;
    const fields = read(await ana.port.readFields([...ids(), "999999"], part, signal));
    expect(ana.calls).toEqual(["POST /rest/api/3/issue/bulkfetch"]);
    expect([...fields.keys()].sort()).toEqual(ids().sort());
    for (const id of ids()) expect(fields.get(id)).toEqual(read(await ana.port.readPart(id, part, signal)));
    expect(fields.get(issue("ATL-2").id)?.value).toBe(payload ?? epic().id);
  });

  it("are written one by one, and looked at together", async () => {
    const ana = browserOf("ana");
    for (const id of ids()) await write(ana, "lane", id, "spike");
    const raj = browserOf("raj");
    await write(raj, "lane", issue("ATL-3").id, "bug");
    await flush(raj);
    ana.calls.length = 0;
    await flush(ana);
    expect(ana.calls.filter((it) => it.startsWith("PUT"))).toHaveLength(4);
    expect(ana.calls.filter((it) => !it.startsWith("PUT"))).toEqual(
      Array.from({ length: 2 }, () => "POST /rest/api/3/issue/bulkfetch"),
    );
    expect(await left(ana)).toMatchObject([{ state: "conflict", conflict: { theirs: { value: "bug" } } }]);
  });

  it("of which one is not known are told of it in Jira's words, and the others written", async () => {
    const ana = browserOf("ana");
    await write(ana, "lane", issue("ATL-2").id, "spike");
    const like = await write(ana, "lane", issue("ATL-3").id, "spike");
    await ana.outbox.add([{ ...like, id: "gone", object: "999999" }]);
    await flush(ana);
    expect(await left(ana)).toMatchObject([
      { state: "refused", failure: { kind: "not-found", message: expect.stringMatching(/exist/) } },
    ]);
    expect(issue("ATL-3").properties.get("plumbline.lane")).toBe("spike");
  });

  it("whose one answer was lost are not written twice", async () => {
    const ana = browserOf("ana");
    for (const id of ids()) await write(ana, "lane", id, "spike");
    lost = { method: "PUT", path: /properties/ };
    ana.calls.length = 0;
    await flush(ana);
    expect(await left(ana)).toEqual([]);
    expect(ana.calls.filter((it) => it.startsWith("PUT"))).toHaveLength(5);
  });
});

describe("a comment", () => {
  const hash = statementHash(aStatement());
  const policy: Policy = { ...defaultPolicy, functions: [{ name: "product", signers: [] }] };
  const ask = {
    ...{ act: "ask", hash, functions: ["product"], page: "## Who\n\nBuyers at *night*\n\n* one\n* two" },
  };
  async function standing({ port }: Person) {
    const evidence = await port.readEvidence(epic().id, signal);
    if (!evidence.ok) throw new Error(JSON.stringify(evidence.error));
    const statement = value(aStatement({ author: user("ana").accountId }));
    return standingOf({ id: epic().id, statement }, evidence.value.signatures, policy);
  }

  it("asks with mentions and is no signature; a key or a plain reply with the code signs, and takes it back", async () => {
    const [ana, raj] = [browserOf("ana"), browserOf("raj")];
    const people = [user("raj").accountId];
    await ana.outbox.add([comment(epic().id, { ...ask, people }, "ask")]);
    await flush(ana);
    const [asked] = epic().comments;
    expect(JSON.stringify(asked?.body)).toContain(
      JSON.stringify({ type: "mention", attrs: { id: people[0] } }),
    );
    expect((await standing(ana)).standing).toBe("unsigned");

    await raj.outbox.add([comment(epic().id, { act: "sign-off", function: "product", hash }, "sign")]);
    await flush(raj);
    expect(await standing(ana)).toMatchObject({
      standing: "signed",
      functions: [{ signedBy: { id: user("raj").accountId } }],
    });
    await raj.outbox.add([comment(epic().id, { act: "withdrawal", function: "product" }, "back")]);
    now += 1_000;
    await flush(raj);
    expect((await standing(ana)).standing).toBe("unsigned");
    now += 1_000;
    const code = JSON.stringify(asked?.body).match(/plumbline:sign-off:[\w:-]+/)?.[0] ?? "";
    addComment(site, user("tom"), epic().id, textToAdf(`ok\n${code}`));
    expect((await standing(ana)).functions[0]?.signedBy?.id).toBe(user("tom").accountId);
  });

  it("longer than Jira takes is refused before it is sent, and its room is known before", async () => {
    const ana = browserOf("ana");
    const long = { ...ask, people: [], page: "x".repeat(33_000) };
    const { state, left: over } = ana.port.roomOf("comment", epic().id, long);
    expect([state, over < 0]).toEqual(["over", true]);
    await ana.outbox.add([comment(epic().id, long, "ask")]);
    await flush(ana);
    expect(await left(ana)).toMatchObject([{ state: "refused", failure: { message: `too-long:${-over}` } }]);
    expect(epic().comments).toEqual([]);
    expect(ana.port.roomOf("comment", epic().id, { ...long, page: "short" }).state).toBe("ample");
  });

  it("that asks gives back the text that it asked for", async () => {
    const ana = browserOf("ana");
    const text = aStatement({ problem: "5 * 3 is *not*\n\n[15]" });
    const payload = {
      ...{ act: "ask", hash: statementHash(text), functions: ["product"] },
      ...{ people: [user("raj").accountId], page: writeStatement(text) },
    };
    await ana.outbox.add([comment(epic().id, payload, "ask")]);
    await flush(ana);
    const evidence = await ana.port.readEvidence(epic().id, signal);
    expect(evidence).toMatchObject({
      ok: true,
      value: { signatures: [], asks: [{ hash: statementHash(text), statement: text }] },
    });
  });

  it("whose answer was lost is found by its id and not added twice", async () => {
    const raj = browserOf("raj");
    await raj.outbox.add([comment(epic().id, { act: "sign-off", function: "product", hash }, "sign")]);
    lost = { method: "POST", path: /\/comment$/ };
    await flush(raj);
    expect(await left(raj)).toEqual([]);
    expect(epic().comments).toHaveLength(1);
  });

  it("that an admin wrote into, or that only quotes, signs nothing", async () => {
    const ana = browserOf("ana");
    const code = `plumbline:sign-off:v2:product:${epic().id}:${hash}`;
    addComment(site, user("tom"), epic().id, {
      ...{ type: "doc", version: 1 },
      content: [
        { type: "blockquote", content: textToAdf(code).content ?? [] },
        ...(textToAdf("no").content ?? []),
      ],
    });
    expect((await standing(ana)).standing).toBe("unsigned");
    const added = addComment(site, user("raj"), epic().id, textToAdf("thanks"));
    now += 1_000;
    if (added.ok) editComment(site, user("ana"), epic().id, added.value.id, textToAdf(code));
    expect((await standing(ana)).functions[0]).toMatchObject({ signedBy: null, refused: [{}] });
  });

  it("that somebody else edited in the very millisecond of its writing signs nothing", async () => {
    const added = addComment(site, user("raj"), epic().id, textToAdf("thanks"));
    if (!added.ok) throw new Error("not added");
    const code = `plumbline:sign-off:v2:product:${epic().id}:${hash}`;
    editComment(site, user("ana"), epic().id, added.value.id, textToAdf(code));
    expect((await standing(browserOf("ana"))).functions[0]).toMatchObject({
      signedBy: null,
      refused: [{ reason: "edited-by-other" }],
    });
  });

  it("of an app signs nothing", async () => {
    user("raj").accountType = "app";
    addComment(site, user("raj"), epic().id, textToAdf(`plumbline:sign-off:v2:product:${epic().id}:${hash}`));
    expect((await standing(browserOf("ana"))).functions[0]).toMatchObject({ signedBy: null, refused: [{}] });
  });

  it("is found on whatever page it stands, also where one goes while they are read", async () => {
    for (let at = 0; at < 230; at += 1) addComment(site, user("tom"), epic().id, textToAdf(`word ${at}`));
    addComment(site, user("raj"), epic().id, textToAdf(`plumbline:sign-off:v2:product:${epic().id}:${hash}`));
    const [first] = epic().comments;
    before = {
      ...{ method: "GET", path: /startAt=100/ },
      act: () => void deleteComment(site, user("ana"), epic().id, first?.id ?? ""),
    };
    expect((await standing(browserOf("ana"))).standing).toBe("signed");
  });

  it("that cannot be read whole is no evidence at all, and says why", async () => {
    site.faults.push({
      match: (it) => it.url.includes("/comment"),
      respond: () => Response.json({ comments: 7 }),
    });
    const evidence = await browserOf("ana").port.readEvidence(epic().id, signal);
    expect(evidence).toMatchObject({ ok: false, error: { kind: "malformed" } });
  });
});

describe("who may sign", () => {
  const functions = [
    {
      name: "product" as const,
      signers: [],
      groups: ["jira-software-users", "gone"],
      roles: ["Administrators"],
    },
  ];

  it("is who belongs to the groups and roles named; what is not there is left out", async () => {
    expect(await browserOf("ana").port.readMembers("ATL", functions, signal)).toEqual({
      ok: true,
      value: {
        groups: { "jira-software-users": ["ana", "raj", "tom"].map((it) => user(it).accountId) },
        roles: { Administrators: [user("ana").accountId] },
      },
    });
  });

  it("is unknown to a person who may not look", async () => {
    expect(await browserOf("tom").port.readMembers("ATL", functions, signal)).toEqual({
      ok: true,
      value: { groups: {}, roles: {} },
    });
  });

  it.each<[string, string, string, { kind: string; name: string }[]]>([
    [
      "a part of a name in any letters",
      "ana",
      "ADMIN",
      [
        { kind: "group", name: "jira-administrators" },
        { kind: "role", name: "Administrators" },
      ],
    ],
    ["a name that nothing has", "ana", "zoe", []],
    ["a part of a name, by who may not browse groups", "tom", "admin", []],
    [
      "a whole name, by who may not browse groups",
      "tom",
      "jira-administrators",
      [{ kind: "group", name: "jira-administrators" }],
    ],
  ])("is chosen among groups and roles by %s", async (_, person, words, found) => {
    expect(await browserOf(person).port.findGroups("ATL", words, signal)).toEqual({ ok: true, value: found });
  });

  it("is not guessed where the tracker is out", async () => {
    site.faults.push({
      match: (it) => it.url.includes("/group"),
      respond: () => new Response("", { status: 503 }),
    });
    const found = await browserOf("ana").port.readMembers("ATL", functions, signal);
    expect(found).toMatchObject({ ok: false, error: { kind: "server" } });
  });
});
