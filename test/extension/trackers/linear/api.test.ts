import { describe, expect, it } from "vitest";
import { linearApi } from "../../../../extension/trackers/linear/api";
import { writeSheet, writeStatement } from "../../../../shared/domain/markdown";
import { defaultPolicy, writePolicy } from "../../../../shared/domain/policy";
import { none, value } from "../../../../shared/domain/result";
import type { ApiAnswer, Parsed } from "../../../../shared/tracker/tracker-api";
import { aSheet, aStatement } from "../../../domain/builders";

const uuid = (end: number) => `00000000-0000-4000-8000-${String(end).padStart(12, "0")}`;
const nodes = (...all: unknown[]) => ({ nodes: all });
const document = (content: string | null) => nodes({ content });
const request = linearApi.itemsRequest(["ATL-1"]);

/** Answers as the schema of 2026-07 gives them to our query. */
const project = (over: object = {}) => ({
  id: uuid(9),
  name: "Guest checkout",
  url: "https://linear.app/northwind/project/guest-checkout-0123456789ab",
  status: { type: "started" },
  initiatives: nodes({ name: aSheet().aim?.title, description: null, status: "Active" }),
  sheet: document(writeSheet(aSheet())),
  statement: nodes(),
  ...over,
});
const issue = (over: object = {}) => ({
  id: uuid(1),
  identifier: "ATL-1",
  title: "Pay as a guest",
  url: "https://linear.app/northwind/issue/ATL-1/pay-as-a-guest",
  parent: null,
  labels: nodes(),
  documents: nodes(),
  project: null,
  ...over,
});
const answer = (body: unknown): ApiAnswer => ({
  status: 200,
  contentType: "application/json; charset=utf-8",
  retryAfterS: null,
  body: JSON.stringify(body),
});
const policyPage = (policy: string | null) => ({ documents: document(policy) });
function read(issues: unknown[], policies: unknown[] = []): Parsed {
  const data = { issues: nodes(...issues), projects: nodes(...policies) };
  const parsed = linearApi.read(request, answer({ data }), "https://linear.app");
  if (!parsed.ok) throw new Error(parsed.error.kind);
  return parsed.value;
}
const itemOf = (id: number, { items }: Parsed) => items.find((it) => it.id === uuid(id));

describe("what Linear is asked", () => {
  const filterOf = (refs: string[]) => JSON.parse(linearApi.itemsRequest(refs).body ?? "").variables.filter;

  it("is the issues of each team by number, and those above them by id", () => {
    expect(filterOf(["ATL-1", "ATL-2", "OPS-7", uuid(3)])).toEqual({
      or: [
        { id: { in: [uuid(3)] } },
        { team: { key: { eq: "ATL" } }, number: { in: [1, 2] } },
        { team: { key: { eq: "OPS" } }, number: { in: [7] } },
      ],
    });
  });

  it("is nothing for what is neither", () => {
    expect(filterOf(["nonsense", "ATL-"])).toEqual({ or: [] });
  });

  it("is no call of its own for the policy", () => {
    expect(linearApi.policyRequest(linearApi.policyScopeOf("ATL-1"))).toBeNull();
  });
});

describe("an issue in Linear", () => {
  it("serves its project, with the project as a bet", () => {
    const parsed = read([issue({ project: project(), parent: { id: uuid(2) } })]);
    expect(itemOf(1, parsed)).toEqual({
      id: uuid(1),
      key: "ATL-1",
      title: "Pay as a guest",
      type: "Issue",
      isBet: false,
      parentId: uuid(9),
      url: "https://linear.app/northwind/issue/ATL-1/pay-as-a-guest",
      sheet: none,
      statement: none,
      standingMirror: null,
      lane: null,
    });
    expect(itemOf(9, parsed)).toMatchObject({
      key: "Guest checkout",
      isBet: true,
      parentId: null,
      sheet: value(aSheet()),
    });
  });

  it("outside every project serves the issue above it", () => {
    expect(itemOf(1, read([issue({ parent: { id: uuid(2) } })]))?.parentId).toBe(uuid(2));
  });

  it("has its project once, however many issues share it", () => {
    const parsed = read([
      issue({ project: project() }),
      issue({ id: uuid(2), identifier: "ATL-2", project: project() }),
    ]);
    expect(parsed.items.map(({ id }) => id)).toEqual([uuid(1), uuid(2), uuid(9)]);
  });

  it.each([
    ["the lane's label in its group", { name: "Bug", parent: { name: "Lane" } }, "bug"],
    ["in whatever case", { name: "SPIKE", parent: { name: "lane" } }, "spike"],
    ["no lane that is none of ours", { name: "holiday", parent: { name: "Lane" } }, null],
    ["no label outside the group", { name: "bug", parent: null }, null],
    ["no label of another group", { name: "bug", parent: { name: "Kind" } }, null],
  ])("takes for its lane %s", (_, label, lane) => {
    expect(itemOf(1, read([issue({ labels: nodes(label) })]))?.lane).toBe(lane);
  });

  it("carries a statement of its own", () => {
    const parsed = read([issue({ documents: document(writeStatement(aStatement())) })]);
    expect(itemOf(1, parsed)?.statement).toEqual(value(aStatement()));
  });

  it.each<[string, unknown, string[]]>([
    ["without a title", issue({ id: uuid(2), identifier: "ATL-2", title: null }), [uuid(2), "ATL-2"]],
    [
      "with labels of another shape",
      issue({ id: uuid(2), identifier: "ATL-2", labels: [] }),
      [uuid(2), "ATL-2"],
    ],
    [
      "with half a project",
      issue({ id: uuid(2), identifier: "ATL-2", project: { id: uuid(9) } }),
      [uuid(2), "ATL-2"],
    ],
    ["without an id", { identifier: "ATL-2" }, ["ATL-2"]],
    ["that is null", null, []],
    ["that is a word", "ATL-2", []],
  ])("%s costs only itself", (_, bad, malformed) => {
    const parsed = read([bad, issue({ project: project() })]);
    expect(parsed.items.map(({ id }) => id)).toEqual([uuid(1), uuid(9)]);
    expect(parsed.malformed).toEqual(malformed);
  });
});

describe("the aim of a project", () => {
  const written = { title: "Buying without an account", definitionOfDone: "95 of 100 buyers" };
  const initiative = (name: string, status: string, description: string | null = null) => ({
    name,
    status,
    description,
  });
  const aimIn = (...initiatives: object[]) => {
    const sheet = document(writeSheet(aSheet({ aim: written })));
    const bet = itemOf(9, read([issue({ project: project({ sheet, initiatives: nodes(...initiatives) }) })]));
    return bet?.sheet.kind === "value" ? bet.sheet.value.aim : "no sheet";
  };

  it.each<[string, object[], object | null]>([
    [
      "is the initiative that the sheet names",
      [initiative("Other", "Active"), initiative(written.title, "Active")],
      written,
    ],
    [
      "is the first live one where it names none of them",
      [initiative("Other", "Planned", "When all is well")],
      { title: "Other", definitionOfDone: "When all is well" },
    ],
    [
      "has the sheet's test of done only where it is the same aim",
      [initiative("Other", "Active")],
      { title: "Other", definitionOfDone: null },
    ],
    ["is none without an initiative, whatever the sheet says", [], null],
    ["is none where the initiative was reached", [initiative(written.title, "Completed")], null],
    ["is none where the initiative was given up", [initiative(written.title, "Canceled")], null],
    [
      "is the live one beside one that has ended",
      [initiative(written.title, "Completed"), initiative("Other", "Active", "done")],
      { title: "Other", definitionOfDone: "done" },
    ],
  ])("%s", (_, initiatives, aim) => {
    expect(aimIn(...initiatives)).toEqual(aim);
  });
});

describe("a project in Linear", () => {
  const bet = (over: object, policies: unknown[] = []) =>
    itemOf(9, read([issue({ project: project(over) })], policies));

  it.each([
    ["started", "active"],
    ["paused", "active"],
    ["canceled", "stopped"],
    ["completed", "achieved"],
  ])("that is %s has a sheet that is %s", (type, state) => {
    const { sheet } = bet({ status: { type } }) ?? { sheet: none };
    expect(sheet.kind === "value" && sheet.value.state).toBe(state);
  });

  it.each<[string, unknown, string]>([
    ["no document", nodes(), "none"],
    ["an empty document", document(null), "none"],
    ["a spoiled document", document("# Alignment Sheet\n\n## Mechanism\n\nmagic"), "unreadable"],
  ])("with %s has a sheet that is %s", (_, sheet, kind) => {
    expect(bet({ sheet })?.sheet.kind).toBe(kind);
  });

  it("called like an issue has another key than that issue", () => {
    expect(bet({ name: "ATL-7" })?.key).toBe("Project ATL-7");
    expect(bet({ name: "ATL-7" })?.title).toBe("ATL-7");
    expect(bet({ name: "Phase 2-7" })?.key).toBe("Phase 2-7");
  });

  const comment = (over: object) => ({
    body: "",
    createdAt: "2026-11-01T09:00:00.000Z",
    editedAt: null,
    user: { id: "ana", name: "Ana", app: false },
    botActor: null,
    ...over,
  });
  const signed = async (over: object, functions = ["product"]) => {
    const { statementHash } = await import("../../../../shared/domain/canonical");
    const { writeSignOff } = await import("../../../../shared/domain/sign-off");
    const body = writeSignOff({ function: "product", object: uuid(9), hash: statementHash(aStatement()) });
    const policy = { ...defaultPolicy, functions: functions.map((name) => ({ name, signers: [] })) };
    const content = writePolicy(policy as typeof defaultPolicy);
    const statement = nodes({
      content: writeStatement(aStatement()),
      comments: nodes(comment({ body, ...over })),
    });
    return bet({ statement }, [policyPage(content)])?.standingMirror;
  };

  it("is signed by the comments of people under the policy that came along", async () => {
    expect(await signed({})).toBe("signed");
    expect(await signed({}, ["product", "engineering"])).toBe("partial");
  });

  it.each<[string, object]>([
    ["an app", { user: { id: "app", name: "App", app: true } }],
    ["a bot", { user: null, botActor: { id: "bot" } }],
    ["nobody", { user: null }],
    ["the statement's own author", { user: { id: "bo", name: "Bo", app: false } }],
    ["one who writes no code", { body: "Signed off for product" }],
  ])("is not signed by %s", async (_, over) => {
    expect(await signed(over)).toBe("unsigned");
  });

  it("is still signed where its author edited the comment", async () => {
    expect(await signed({ editedAt: "2026-11-02T09:00:00.000Z" })).toBe("signed");
  });
});

describe("the policy", () => {
  it.each<[string, unknown[], string]>([
    ["no project of that name", [], "none"],
    ["a project without the document", [{ documents: nodes() }], "none"],
    ["an empty document", [policyPage(null)], "none"],
    ["a document", [policyPage(writePolicy(defaultPolicy))], "value"],
    ["a document of another kind", [policyPage("# Gate policy\n\nlater")], "unreadable"],
  ])("with %s is %s", (_, policies, kind) => {
    expect(read([], policies).policies).toEqual([
      { scope: "workspace", policy: expect.objectContaining({ kind }) },
    ]);
  });
});
