import "fake-indexeddb/auto";
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { callLinear } from "../../../../extension/facts/call-linear";
import { Database } from "../../../../extension/store/database";
import { createOutbox } from "../../../../extension/store/outbox";
import { linearWritePort } from "../../../../extension/trackers/linear/write-port";
import { statementHash } from "../../../../shared/domain/canonical";
import { writeStatement } from "../../../../shared/domain/markdown";
import { defaultPolicy } from "../../../../shared/domain/policy";
import { type Result, value } from "../../../../shared/domain/result";
import { standingOf } from "../../../../shared/domain/standing";
import type { Statement } from "../../../../shared/domain/statement";
import type { Outbox } from "../../../../shared/outbox/outbox";
import type { Write } from "../../../../shared/outbox/outbox-row";
import type { IssuePart } from "../../../../shared/tracker/part-write";
import type { WritePort } from "../../../../shared/tracker/write-port";
import { aSheet, aStatement } from "../../../domain/builders";
import { linearApi } from "../../../sandbox/linear/api";
import { createComment, updateComment } from "../../../sandbox/linear/comments";
import { createDocument, updateDocument } from "../../../sandbox/linear/documents";
import { issueBy } from "../../../sandbox/linear/issues";
import { smallCompany } from "../../../sandbox/linear/small-company";
import { createLinearWorkspace, type LinearWorkspace } from "../../../sandbox/linear/workspace";
import { fetchFrom } from "../../fetch-from";
import { drainOutbox, leftIn } from "../drain-outbox";

const { signal } = new AbortController();
const site = "https://linear.app/northwind";
let databases = 0;
let now: number;
let linear: LinearWorkspace;
/** What happens right before an operation of this name in the query arrives for the nth time, once. */
let before: { operation: string; act(): unknown; times?: number } | null;
/** The answer to the next such operation is lost. */
let lost: string | null;

beforeEach(() => {
  now = Date.parse("2026-11-20T12:00:00.000Z");
  before = lost = null;
  linear = createLinearWorkspace({ company: smallCompany(), now: () => new Date(now) });
});

interface Person {
  port: WritePort;
  outbox: Outbox;
  /** The names of the operations that were asked for, in order; of a mutation, what it does. */
  calls: string[];
}

/** One person's browser. */
function browserOf(person: string): Person {
  const fetch = fetchFrom(linearApi(linear), "https://api.linear.app", {});
  const calls: string[] = [];
  const port = linearWritePort(async (request) => {
    const query = request.body ?? "";
    calls.push(/it: (\w+)|query (\w+)/.exec(query)?.slice(1).find(Boolean) ?? query);
    if (before !== null && query.includes(before.operation)) {
      const { act, times = 1 } = before;
      if (times > 1) before.times = times - 1;
      if (times > 1) return callLinear(request, `lin_api_${person}`, fetch);
      before = null;
      await act();
    }
    const answer = await callLinear(request, `lin_api_${person}`, fetch);
    if (lost === null || !query.includes(lost)) return answer;
    lost = null;
    return { status: 0, contentType: "", retryAfterS: null, body: "" };
  });
  const outbox = createOutbox(new Database(`linear-writes-${databases++}`), {
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

const projectId = (name: string) => linear.store.all("Project").find((it) => it.name === name)?.id ?? "";
const bare = () => projectId("bare");
const userId = (person: string) => linear.userOf(person)?.id ?? "";
const pages = (object: string) =>
  linear.store.all("Document").filter((it) => it.projectId === object || it.issueId === object);
const comments = () => linear.store.all("Comment");

async function write(
  { port, outbox }: Person,
  part: IssuePart,
  object: string,
  payload: unknown,
): Promise<Write> {
  const base = await port.readPart(object, part, signal);
  if (!base.ok) throw new Error(JSON.stringify(base.error));
  const it: Write = {
    ...{ id: randomUUID(), site, object, slot: part, kind: part, payload },
    ...{ base: base.value, after: null },
  };
  await outbox.add([it]);
  return it;
}

const comment = (object: string, payload: unknown): Write => ({
  ...{ id: randomUUID(), site, object, slot: "comments", kind: "comment", payload, base: null, after: null },
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
  it.each([
    ["a project", bare],
    ["an issue", () => issueBy(linear, "ATL-6").id],
  ])("becomes a document of %s, and is changed in place", async (_, object) => {
    const ana = browserOf("ana");
    for (const cost of ["first", "second"]) {
      await write(ana, "statement", object(), aStatement({ cost }));
      await flush(ana);
      expect(await left(ana)).toEqual([]);
      const read = await ana.port.readPart(object(), "statement", signal);
      expect(read).toMatchObject({ ok: true, value: { value: aStatement({ cost }) } });
    }
    expect(pages(object()).map(({ title }) => title)).toEqual(["Problem statement"]);
  });

  it("that somebody changed meanwhile is not covered: their text comes beside", async () => {
    const [ana, raj] = [browserOf("ana"), browserOf("raj")];
    await write(ana, "statement", bare(), aStatement({ cost: "Ana's" }));
    await flush(ana);
    await write(ana, "statement", bare(), aStatement({ cost: "Ana's again" }));
    await write(raj, "statement", bare(), aStatement({ cost: "Raj's" }));
    await flush(ana);
    await flush(raj);
    expect(await left(raj)).toMatchObject([
      { state: "conflict", conflict: { theirs: { value: { cost: "Ana's again" } } } },
    ]);
    const [{ id } = { id: "" }] = await raj.outbox.list();
    await raj.outbox.resolve(id, aStatement({ cost: "both" }));
    await flush(raj);
    expect(await left(raj)).toEqual([]);
    expect(pages(bare())[0]?.content).toContain("both");
  });

  it("that somebody changed between the look and the sending is not covered either", async () => {
    const [ana, raj] = [browserOf("ana"), browserOf("raj")];
    await write(ana, "statement", bare(), aStatement());
    await flush(ana);
    await write(raj, "statement", bare(), aStatement({ cost: "Raj's" }));
    await write(ana, "statement", bare(), aStatement({ cost: "Ana's" }));
    before = { operation: "PlumblinePages", times: 2, act: () => flush(ana) };
    await flush(raj);
    expect([await left(ana), await left(raj)]).toMatchObject([
      [],
      [{ state: "conflict", conflict: { theirs: { value: { cost: "Ana's" } } } }],
    ]);
    expect(pages(bare())[0]?.content).toContain("Ana's");
  });

  it("that two people write first at the same moment is one text with the other's beside it", async () => {
    const [ana, raj] = [browserOf("ana"), browserOf("raj")];
    await write(raj, "statement", bare(), aStatement({ cost: "Raj's" }));
    await write(ana, "statement", bare(), aStatement({ cost: "Ana's" }));
    before = {
      operation: "documentCreate",
      act: async () => {
        await flush(ana);
        now += 1;
      },
    };
    await flush(raj);
    expect([await left(ana), await left(raj)]).toMatchObject([
      [],
      [{ state: "conflict", conflict: { theirs: { value: { cost: "Ana's" } } } }],
    ]);
  });

  it.each(["documentCreate", "documentUpdate"])(
    "whose answer was lost is found again (%s)",
    async (operation) => {
      const ana = browserOf("ana");
      if (operation === "documentUpdate") {
        await write(ana, "statement", bare(), aStatement());
        await flush(ana);
      }
      await write(ana, "statement", bare(), aStatement({ cost: "new" }));
      lost = operation;
      await flush(ana);
      expect(lost).toBeNull();
      expect(await left(ana)).toEqual([]);
      expect(pages(bare())).toHaveLength(1);
    },
  );

  it("edited by hand into something else is shown as its text, and never covered unseen", async () => {
    const ana = browserOf("ana");
    await write(ana, "statement", bare(), aStatement());
    await flush(ana);
    await write(ana, "statement", bare(), aStatement({ cost: "new" }));
    const content = "# Problem statement\n\n## Who\n\nA\n\n## Who\n\nB";
    updateDocument(linear, { userId: userId("raj") }, pages(bare())[0]?.id ?? "", { content });
    await flush(ana);
    expect(await left(ana)).toMatchObject([{ state: "conflict", conflict: { theirs: { value: content } } }]);
  });

  it("longer than a document may be is refused before it is sent", async () => {
    const ana = browserOf("ana");
    await write(ana, "statement", bare(), aStatement({ problem: "x".repeat(101_000) }));
    await flush(ana);
    expect(await left(ana)).toMatchObject([
      { state: "refused", failure: { kind: "rejected", message: expect.stringMatching(/^too-long:\d+$/) } },
    ]);
    expect(pages(bare())).toEqual([]);
  });

  it("of what is not there is refused", async () => {
    const ana = browserOf("ana");
    await write(ana, "statement", randomUUID(), aStatement());
    await flush(ana);
    expect(await left(ana)).toMatchObject([{ state: "refused", failure: { kind: "not-found" } }]);
  });
});

it("a sheet is a document beside it", async () => {
  const ana = browserOf("ana");
  await write(ana, "sheet", bare(), aSheet());
  await flush(ana);
  expect(await left(ana)).toEqual([]);
  expect(pages(bare()).map(({ title }) => title)).toEqual(["Alignment Sheet"]);
  const read = await ana.port.readPart(bare(), "sheet", signal);
  expect(read).toMatchObject({ ok: true, value: { value: aSheet() } });
});

describe("a ticket", () => {
  it("is linked, put in a lane and off, and all back, in Linear's own fields; other labels stay", async () => {
    const ana = browserOf("ana");
    const ticket = issueBy(linear, "ATL-3");
    const labels = () => ticket.labelIds.map((id) => linear.store.get("IssueLabel", id).name).sort();
    await write(ana, "parent", ticket.id, bare());
    await write(ana, "lane", ticket.id, "spike");
    await write(ana, "deferral", ticket.id, "2026-12-08");
    await flush(ana);
    expect([await left(ana), ticket.projectId, labels(), ticket.snoozedUntilAt]).toEqual([
      ...[[], bare(), ["scanner", "spike"], "2026-12-08T00:00:00.000Z"],
    ]);
    for (const part of ["parent", "lane", "deferral"] as const) await write(ana, part, ticket.id, null);
    await flush(ana);
    expect([await left(ana), ticket.projectId, labels(), ticket.snoozedUntilAt]).toEqual([
      ...[[], null, ["scanner"], null],
    ]);
  });

  it("gets its lane in a workspace that has no lanes yet", async () => {
    for (const label of linear.store.all("IssueLabel")) linear.store.remove(label);
    const ticket = issueBy(linear, "ATL-6");
    const ana = browserOf("ana");
    await write(ana, "lane", ticket.id, "bug");
    await flush(ana);
    expect(await left(ana)).toEqual([]);
    expect(await ana.port.readPart(ticket.id, "lane", signal)).toMatchObject({ value: { value: "bug" } });
  });

  it.each([1, 2])("gets its lane where somebody else makes label %i of the two first", async (times) => {
    for (const label of linear.store.all("IssueLabel")) linear.store.remove(label);
    const ticket = issueBy(linear, "ATL-6");
    const [ana, raj] = [browserOf("ana"), browserOf("raj")];
    await write(raj, "lane", issueBy(linear, "ATL-4").id, "bug");
    await write(ana, "lane", ticket.id, "bug");
    before = { operation: "issueLabelCreate", act: () => flush(raj), times };
    await flush(ana);
    expect(await left(ana)).toEqual([]);
    expect(linear.store.all("IssueLabel").map(({ name }) => name)).toEqual(["Lane", "bug"]);
    expect(await ana.port.readPart(ticket.id, "lane", signal)).toMatchObject({ value: { value: "bug" } });
  });

  it("that somebody else linked first keeps their link, and says so", async () => {
    const [ana, raj] = [browserOf("ana"), browserOf("raj")];
    const ticket = issueBy(linear, "ATL-6");
    const zones = projectId("Zone picking");
    await write(ana, "parent", ticket.id, bare());
    await write(raj, "parent", ticket.id, zones);
    await flush(raj);
    await flush(ana);
    expect(await left(ana)).toMatchObject([{ state: "conflict", conflict: { theirs: { value: zones } } }]);
    expect(ticket.projectId).toBe(zones);
  });

  it("that cannot be linked there is refused in Linear's words", async () => {
    const ana = browserOf("ana");
    await write(ana, "parent", issueBy(linear, "ATL-6").id, randomUUID());
    await flush(ana);
    expect(await left(ana)).toMatchObject([
      { state: "refused", failure: { kind: "not-found", message: expect.stringMatching(/Project/) } },
    ]);
  });
});

describe("many tickets", () => {
  const zones = () => projectId("Zone picking");
  const ids = () => ["ATL-1", "ATL-2", "ATL-3", "ATL-4", "ATL-6"].map((key) => issueBy(linear, key).id);

  beforeEach(() => {
    for (const id of ids()) linear.store.get("Issue", id).projectId = null;
  });

  it.each([
    ["parent", "a project"],
    ["lane", "spike"],
    ["deferral", "2026-12-08"],
  ] as const)("are read together as each of them is, for what they have as %s", async (part, wanted) => {
    const ana = browserOf("ana");
    const payload = part === "parent" ? bare() : wanted;
    await write(ana, part, issueBy(linear, "ATL-3").id, payload);
    await flush(ana);
    ana.calls.length = 0;
    const fields = read(await ana.port.readFields([...ids(), randomUUID()], part, signal));
    expect(ana.calls).toEqual(["PlumblineFields"]);
    expect([...fields.keys()].sort()).toEqual(ids().sort());
    for (const id of ids()) expect(fields.get(id)).toEqual(read(await ana.port.readPart(id, part, signal)));
    expect(fields.get(issueBy(linear, "ATL-3").id)?.value).toBe(payload);
  });

  it("are written one by one, and looked at together", async () => {
    const [ana, raj] = [browserOf("ana"), browserOf("raj")];
    for (const id of ids()) await write(ana, "parent", id, zones());
    await write(raj, "parent", issueBy(linear, "ATL-3").id, bare());
    await flush(raj);
    ana.calls.length = 0;
    await flush(ana);
    expect(ana.calls.filter((it) => it === "issueUpdate")).toHaveLength(4);
    expect(ana.calls.filter((it) => it !== "issueUpdate")).toEqual(["PlumblineFields", "PlumblineFields"]);
    expect(await left(ana)).toMatchObject([{ state: "conflict" }]);
  });

  it("get one label among them, in a workspace that has no lanes yet", async () => {
    for (const label of linear.store.all("IssueLabel")) linear.store.remove(label);
    for (const it of linear.store.all("Issue")) it.labelIds = [];
    const ana = browserOf("ana");
    for (const id of ids()) await write(ana, "lane", id, "bug");
    await flush(ana);
    expect(await left(ana)).toEqual([]);
    const names = linear.store.all("IssueLabel").map(({ name }) => name);
    expect(names.sort()).toEqual(["Lane", "bug"]);
  });

  it("whose one answer was lost are not written twice", async () => {
    const ana = browserOf("ana");
    for (const id of ids()) await write(ana, "parent", id, zones());
    lost = "issueUpdate";
    ana.calls.length = 0;
    await flush(ana);
    expect(await left(ana)).toEqual([]);
    expect(ana.calls.filter((it) => it === "issueUpdate")).toHaveLength(5);
  });
});

it("gives back the earlier texts of a page, oldest first, with who wrote them and when", async () => {
  const [ana, raj] = [browserOf("ana"), browserOf("raj")];
  const written = [];
  for (const [person, id, version] of [
    [ana, "ana", 1],
    [raj, "raj", 2],
  ] as const) {
    now += 60_000;
    written.push({ value: aSheet({ version }), at: new Date(now).toISOString(), by: [userId(id)] });
    await write(person, "sheet", bare(), aSheet({ version }));
    await flush(person);
  }
  expect(await raj.port.readTexts(bare(), "sheet", signal)).toEqual({ ok: true, value: written });
  expect(await raj.port.readTexts(bare(), "statement", signal)).toEqual({ ok: true, value: [] });
});

describe("who wrote a statement", () => {
  const writersOf = async (...objects: string[]) => {
    const read = await browserOf("ana").port.readWriters(objects, ["nobody"], signal);
    return read.ok ? objects.map((it) => read.value.get(it)) : read.error;
  };
  const byHand = (person: string, object: string, over: Partial<Statement> = {}) =>
    createDocument(
      linear,
      { userId: userId(person) },
      {
        ...{ title: "Problem statement", content: writeStatement(aStatement({ author: null, ...over })) },
        ...(object === bare() ? { projectId: object } : { issueId: object }),
      },
    );

  it("is whom Linear names, though the text names nobody or another", async () => {
    const page = byHand("raj", bare(), { author: userId("sam") });
    const change = (person: string, over: Partial<Statement>) => {
      now += 60_000;
      const content = writeStatement(aStatement({ author: null, ...over }));
      updateDocument(linear, { userId: userId(person) }, page.id, { content });
    };
    expect(await writersOf(bare())).toEqual([[userId("raj")]]);
    change("sam", {});
    expect(await writersOf(bare())).toEqual([[userId("raj")]]);
    change("ana", { cost: "twice as much" });
    change("sam", { cost: "twice  as much" });
    expect(await writersOf(bare())).toEqual([[userId("raj"), userId("ana")]]);
  });

  it("is also who changed it last, where the history does not say so yet", async () => {
    const page = byHand("raj", bare());
    linear.store.get("DocumentContent", page.documentContentId).history.length = 0;
    now += 60_000;
    updateDocument(linear, { userId: userId("ana") }, page.id, {
      content: writeStatement(aStatement({ cost: "other" })),
    });
    linear.store.get("DocumentContent", page.documentContentId).history.length = 0;
    expect(await writersOf(bare())).toEqual([[userId("raj"), userId("ana")]]);
  });

  it("is asked for many at once, and is nobody where nothing is written", async () => {
    const object = issueBy(linear, "ATL-6").id;
    byHand("raj", bare());
    byHand("sam", object);
    const none = issueBy(linear, "ATL-3").id;
    expect(await writersOf(bare(), object, none)).toEqual([[userId("raj")], [userId("sam")], []]);
  });

  it("is not guessed where Linear does not answer", async () => {
    byHand("raj", bare());
    lost = "documentContentHistory";
    const read = await browserOf("ana").port.readWriters([bare()], null, signal);
    expect(read).toMatchObject({ ok: false, error: { kind: "offline" } });
  });
});

it.each([
  ["statement", (text: string) => aStatement({ problem: text })],
  ["sheet", (text: string) => aSheet({ rightToWin: text })],
  ["comment", (page: string) => ({ act: "ask", hash: "", functions: [], people: [], page })],
] as const)("the room that a %s leaves is known before it is sent", (kind, of) => {
  const { port } = browserOf("ana");
  const room = (length: number) => port.roomOf(kind, bare(), of("x".repeat(length)));
  const most = 100 + room(100).left;
  expect([room(100).state, room(most).left, room(most).state, room(most + 1).state]).toEqual([
    ...(["ample", 0, "near", "over"] as const),
  ]);
});

it("the aims are the live initiatives, which are changed in Linear", async () => {
  const [first, second] = linear.store.all("Initiative");
  if (first === undefined) throw new Error("the company has no initiative");
  if (second !== undefined) second.status = "Completed";
  const read = await browserOf("ana").port.readAims("workspace", signal);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const live = linear.store.all("Initiative").filter(({ status }) => status !== "Completed");
  expect(read.value.base).toBeNull();
  expect(read.value.aims.map(({ title }) => title).toSorted()).toEqual(
    live.map(({ name }) => name).toSorted(),
  );
  expect(read.value.aims[0]?.url).toMatch(/^https:\/\/linear\.app\/northwind\/initiative\//);
  expect(browserOf("ana").port.senderOf("aims")).toBeUndefined();
});

describe("the tickets below a project", () => {
  it("are read a hundred at a time, with which has a statement of its own, and sub-issues outside any project", async () => {
    const [own, plain, sub] = ["ATL-6", "ATL-3", "ATL-4"].map((it) => issueBy(linear, it));
    if (!own || !plain || !sub) throw new Error("the company has another shape");
    for (const it of linear.store.all("Issue")) if (it.projectId === bare()) it.projectId = null;
    Object.assign(own, { projectId: bare(), parentId: null });
    Object.assign(plain, { projectId: bare(), parentId: null });
    Object.assign(sub, { projectId: null, parentId: plain.id });
    createDocument(
      linear,
      { userId: userId("ana") },
      { title: "Problem statement", issueId: own.id, content: "x" },
    );
    const read = await browserOf("ana").port.readBelow(bare(), signal);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(read.value.isCut).toBe(false);
    expect(read.value.tickets.toSorted((a, b) => a.key.localeCompare(b.key))).toEqual([
      { id: plain.id, key: "ATL-3", title: plain.title, parentId: bare(), hasOwn: false },
      { id: sub.id, key: "ATL-4", title: sub.title, parentId: plain.id, hasOwn: false },
      { id: own.id, key: "ATL-6", title: own.title, parentId: bare(), hasOwn: true },
    ]);
  });

  it("are read no further than a few calls go, and that is said", async () => {
    const [first] = linear.store.all("Issue");
    if (first === undefined) throw new Error("the company has no issue");
    for (let at = 0; at < 450; at += 1)
      linear.store.insert({
        ...first,
        id: randomUUID(),
        number: 1000 + at,
        projectId: bare(),
        parentId: null,
      });
    const read = await browserOf("ana").port.readBelow(bare(), signal);
    expect(read.ok && { ...read.value, tickets: read.value.tickets.length }).toEqual({
      isCut: true,
      tickets: 400,
    });
  });
});

describe("a comment", () => {
  const hash = statementHash(aStatement());
  const code = () => `plumbline:sign-off:v2:product:${bare()}:${hash}`;
  const statementPage = () =>
    createDocument(
      linear,
      { userId: userId("ana") },
      { title: "Problem statement", projectId: bare(), content: "x" },
    );
  async function standing({ port }: Person) {
    const evidence = await port.readEvidence(bare(), signal);
    if (!evidence.ok) throw new Error(JSON.stringify(evidence.error));
    const statement = value(aStatement({ author: userId("ana") }));
    return standingOf({ id: bare(), statement }, evidence.value.signatures, defaultPolicy);
  }

  it("asks with mentions and is no signature; a key or a plain reply with the code signs, and takes it back", async () => {
    const { documentContentId } = statementPage();
    const [ana, raj] = [browserOf("ana"), browserOf("raj")];
    const ask = {
      act: "ask",
      hash,
      functions: ["product"],
      people: [userId("raj")],
      page: "## Who\n\nBuyers",
    };
    await ana.outbox.add([comment(bare(), ask)]);
    await flush(ana);
    const asked = comments().find((it) => it.documentContentId === documentContentId);
    expect(asked?.body).toContain("https://linear.app/northwind/profiles/raj");
    expect((await standing(ana)).standing).toBe("unsigned");

    await raj.outbox.add([comment(bare(), { act: "sign-off", function: "product", hash })]);
    await flush(raj);
    expect((await standing(ana)).functions[0]?.signedBy?.id).toBe(userId("raj"));
    now += 1_000;
    await raj.outbox.add([comment(bare(), { act: "withdrawal", function: "product" })]);
    await flush(raj);
    expect((await standing(ana)).standing).toBe("unsigned");
    now += 1_000;
    createComment(linear, { userId: userId("sam") }, { body: `ok\n${code()}`, parentId: asked?.id ?? "" });
    expect((await standing(ana)).functions[0]?.signedBy?.id).toBe(userId("sam"));
  });

  it("that asks gives back the text that it asked for", async () => {
    const ana = browserOf("ana");
    const text = aStatement({ problem: "5 * 3 is *not*\n\n[15]" });
    await write(ana, "statement", bare(), text);
    await flush(ana);
    const ask = { act: "ask", hash: statementHash(text), functions: ["product"], people: [userId("raj")] };
    await ana.outbox.add([comment(bare(), { ...ask, page: writeStatement(text) })]);
    await flush(ana);
    expect(await ana.port.readEvidence(bare(), signal)).toMatchObject({
      ok: true,
      value: { signatures: [], asks: [{ hash: statementHash(text), statement: text }] },
    });
  });

  it("whose answer was lost is found by its id and not added twice", async () => {
    const { documentContentId } = statementPage();
    const raj = browserOf("raj");
    await raj.outbox.add([comment(bare(), { act: "sign-off", function: "product", hash })]);
    lost = "commentCreate";
    await flush(raj);
    expect(await left(raj)).toEqual([]);
    expect(comments().filter((it) => it.documentContentId === documentContentId)).toHaveLength(1);
  });

  it("of an app signs nothing; one that its author edited is read anew", async () => {
    const { documentContentId } = statementPage();
    createComment(linear, { app: "Robot" }, { body: code(), documentContentId });
    const raj = browserOf("raj");
    expect((await standing(raj)).functions[0]).toMatchObject({ signedBy: null, refused: [{}] });
    const said = createComment(linear, { userId: userId("raj") }, { body: "thanks", documentContentId });
    now += 1_000;
    updateComment(linear, { userId: userId("raj") }, said.id, { body: code() });
    expect((await standing(raj)).functions[0]?.signedBy?.id).toBe(userId("raj"));
    now += 1_000;
    updateComment(linear, { userId: userId("raj") }, said.id, { body: "thanks, no" });
    expect((await standing(raj)).functions[0]?.signedBy).toBeNull();
  });

  it("is found on whatever page it stands", async () => {
    const { documentContentId } = statementPage();
    createComment(linear, { userId: userId("raj") }, { body: code(), documentContentId });
    for (let at = 0; at < 230; at += 1) {
      now += 1;
      createComment(linear, { userId: userId("sam") }, { body: `word ${at}`, documentContentId });
    }
    expect((await standing(browserOf("ana"))).standing).toBe("signed");
  });

  it("that has nowhere to stand is refused; a note stands on the project itself", async () => {
    const raj = browserOf("raj");
    await raj.outbox.add([comment(bare(), { act: "sign-off", function: "product", hash })]);
    await flush(raj);
    expect(await left(raj)).toMatchObject([{ state: "refused", failure: { kind: "not-found" } }]);
    const ana = browserOf("ana");
    await ana.outbox.add([comment(bare(), { act: "note", text: "The stage gate moved." })]);
    await flush(ana);
    expect(comments().filter((it) => it.projectId === bare())).toMatchObject([
      { body: "The stage gate moved." },
    ]);
  });

  it("of an app signs nothing, and is refused by the app's name", async () => {
    const { documentContentId } = statementPage();
    createComment(linear, { app: "Release Bot" }, { body: code(), documentContentId });
    const [product] = (await standing(browserOf("raj"))).functions;
    expect(product).toMatchObject({
      signedBy: null,
      refused: [{ reason: "by-app", by: { name: "Release Bot" } }],
    });
  });

  it.each([
    ["has another shape", () => Response.json({ data: { projects: 7 } }), "malformed"],
    ["is out", () => new Response("", { status: 502 }), "server"],
    [
      "asks to slow down",
      () =>
        Response.json({ errors: [{ message: "x", extensions: { code: "RATELIMITED" } }] }, { status: 400 }),
      "rate-limited",
    ],
  ])("cannot be known where Linear %s", async (_, respond, kind) => {
    linear.faults.push({ match: () => true, respond });
    const evidence = await browserOf("ana").port.readEvidence(bare(), signal);
    expect(evidence).toMatchObject({ ok: false, error: { kind } });
  });
});

it("who may sign is chosen among the teams by their names or keys", async () => {
  const { port } = browserOf("raj");
  const { team } = linear;
  for (const words of [team.name.slice(0, 3).toUpperCase(), "atl"])
    expect(await port.findGroups("workspace", words, signal)).toEqual({
      ok: true,
      value: [{ kind: "group", name: team.name }],
    });
  expect(await port.findGroups("workspace", "zoe", signal)).toEqual({ ok: true, value: [] });
});

it("who may sign is who is in the teams named; roles and what is not there stay unknown", async () => {
  const functions = [{ name: "product" as const, signers: [], groups: ["ATL", "gone"], roles: ["Admin"] }];
  expect(await browserOf("raj").port.readMembers("workspace", functions, signal)).toEqual({
    ok: true,
    value: { groups: { ATL: expect.arrayContaining([userId("ana"), userId("raj")]) }, roles: {} },
  });
});
