// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { statementHash } from "../../../../shared/domain/canonical";
import { limits } from "../../../../shared/domain/limits";
import { defaultPolicy } from "../../../../shared/domain/policy";
import { ok } from "../../../../shared/domain/result";
import { materialDifference } from "../../../../shared/domain/sheet-difference";
import type { Statement } from "../../../../shared/domain/statement";
import type { Pending, SignOffView, TicketView } from "../../../../shared/ui/port";
import { StatementDesk } from "../../../../shared/ui/statement/statement-desk";
import { aStatement, aWorkItem } from "../../../domain/builders";
import { type FakePort, fakePort } from "../fake-port";
import { render, t } from "../render";

const ticket = aWorkItem({ id: "9", key: "ATL-9", title: "Dark mode" });
const view: TicketView = {
  ticket,
  ancestors: [],
  alignment: { kind: "orphan", reasons: ["no-parent"], from: null },
  policy: defaultPolicy,
  readAt: "2026-11-24T09:00:00.000Z",
};
const signOffs: SignOffView = {
  standing: "unsigned",
  functions: [{ name: "product", signedBy: null, refused: [] }],
  unasked: [],
  refusedWithdrawals: [],
  missingFields: [],
  waiting: {
    since: null,
    functions: [{ name: "product", anyone: true, people: [], standingIn: false, unread: [], deadEnd: false }],
  },
  names: {},
  changed: null,
  me: "ana",
  isOwn: false,
  checkedAt: "2026-11-24T09:00:00.000Z",
};
const port = () =>
  fakePort({ readMe: async () => ok("ana"), readSignOffs: async () => ok(structuredClone(signOffs)) });
const stands = (it: FakePort, statement: Statement, version: string) =>
  it.standing.set("9 statement", { version, value: statement, raw: statement });
const desk = (it: FakePort, over: Partial<TicketView> = {}) =>
  render(<StatementDesk port={it} t={t} view={{ ...view, ...over }} selection="They cannot read at night" />);
const statementIn = (it: FakePort) => it.writes.find(({ kind }) => kind === "statement");
const pendingOf = (over: Partial<Pending>): Pending => ({
  ...{ id: "w1", object: "9", kind: "statement", state: "waiting", mine: aStatement() },
  ...{ failure: null, conflict: null, retryAt: null, ...over },
});
const cost = "which costs";

describe("a statement", () => {
  it("begins with what was marked in the page, and nothing is found before it is written", async () => {
    const page = await desk(port());
    expect(page.field("has which problem").value).toBe("They cannot read at night");
    expect(page.all(".statement-finding")).toHaveLength(0);
  });

  it.each([
    [undefined, "8"],
    ["bet", "8"],
    ["ticket", "9"],
  ] as const)("is begun where the policy says: %s", async (statementOn, carrier) => {
    const host = port();
    const bet = aWorkItem({ id: "8", key: "ATL-8", title: "Reading at night", isBet: true });
    const page = await desk(host, { ancestors: [bet], policy: { ...defaultPolicy, statementOn } });
    await page.type(cost, "a week of work each month");
    await page.press("Save as it is");
    expect(statementIn(host)?.object).toBe(carrier);
  });

  it("goes on over what the person saw when they began, so that nobody is written over unseen", async () => {
    const host = port();
    stands(host, aStatement({ cost: "mine" }), "v1");
    const page = await desk(host);
    await page.type(cost, "a week of work each month");
    await page.leave();
    stands(host, aStatement({ cost: "somebody else's" }), "v2");
    const again = await desk(host);
    expect(again.field(cost).value).toBe("a week of work each month");
    await again.press("Save");
    expect(statementIn(host)).toMatchObject({ base: { version: "v1" }, value: { author: "ana" } });
  });

  it("keeps what is typed while it is being saved as a draft on top of that save", async () => {
    let answer: (me: ReturnType<typeof ok<string>>) => void = () => {};
    const host = fakePort({
      ...{ readMe: () => new Promise((resolve) => (answer = resolve)) },
      readSignOffs: async () => ok(structuredClone(signOffs)),
    });
    stands(host, aStatement({ cost: "one" }), "v1");
    const page = await desk(host);
    await page.type(cost, "two");
    await page.press("Save");
    await page.type(cost, "three");
    await page.act(async () => answer(ok("ana")));
    expect(statementIn(host)).toMatchObject({ value: { cost: "two" } });
    expect(host.drafts.get("9 statement")).toMatchObject({
      form: { cost: "three" },
      after: statementIn(host)?.id,
    });
  });

  it("leaves its author where only white space changed", async () => {
    const host = port();
    stands(host, aStatement({ cost: "a week", author: "raj" }), "v1");
    const page = await desk(host);
    await page.type(cost, "a   week");
    await page.press("Save");
    expect(statementIn(host)).toMatchObject({ value: { author: "raj" } });
  });

  it("says before it is saved that it is longer than the tracker takes", async () => {
    const page = await desk(port());
    await page.type(cost, "x".repeat(29_700));
    expect(page.text()).toContain("This is nearly as long as the tracker takes");
    expect(page.button("Save as it is").disabled).toBe(false);
    await page.type(cost, "x".repeat(32_700));
    expect(page.text()).toContain("This is longer than the tracker takes");
    expect(page.button("Save as it is").disabled).toBe(true);
  });

  it("shows a conflict of the oldest write though a later one waits, and takes the chosen part", async () => {
    const host = port();
    stands(host, aStatement({ cost: "theirs" }), "v2");
    const page = await desk(host);
    const mine = aStatement({ cost: "mine" });
    const conflict = { theirs: aStatement({ cost: "theirs" }), covered: null };
    await page.act(async () =>
      host.tell([
        pendingOf({ state: "conflict", mine, conflict }),
        pendingOf({ id: "w2", mine: aStatement({ cost: "mine" }) }),
      ]),
    );
    expect(page.text()).toContain("Somebody else saved this statement meanwhile");
    await page.press("Save what I chose");
    expect(host.resolved).toEqual([]);
    const [theirs] = page.all<HTMLInputElement>("input[name=conflict-cost]");
    if (theirs !== undefined) await page.click(theirs);
    await page.press("Save what I chose");
    expect(host.resolved).toEqual([{ id: "w1", value: { ...mine, cost: "theirs" } }]);
  });
});

describe("a conflict", () => {
  const clash = (conflict: Pending["conflict"]) =>
    pendingOf({ state: "conflict", mine: aStatement({ cost: "mine" }), conflict });

  it("shows what would be lost: a text that ours came over before another came over ours", async () => {
    const host = port();
    const page = await desk(host);
    const covered = aStatement({ cost: "only here" });
    await page.act(async () => host.tell([clash({ theirs: aStatement({ cost: "theirs" }), covered })]));
    expect(page.all("summary").map((it) => it.textContent)).toEqual([
      "What was there before, and stands nowhere else",
    ]);
    expect(page.all("pre")[0]?.textContent).toContain("## Cost of not solving\n\nonly here");
  });

  it("shows what stands there where it is no statement", async () => {
    const host = port();
    const page = await desk(host);
    await page.act(async () => host.tell([clash({ theirs: "by hand", covered: null })]));
    expect(page.text()).toContain("What stands there now is no statement that can be read.");
    expect(page.all("pre").map((it) => it.textContent)).toEqual(["by hand"]);
  });
});

describe("a problem that stands in another statement", () => {
  const known = aStatement({ problem: "They must make an account before they can pay for what they chose" });
  const host = () => Object.assign(port(), { knownStatements: async () => [known] });

  it("is found while it is written", async () => {
    const page = await desk(host());
    await page.type("has which problem", known.problem ?? "");
    await page.press("Save as it is");
    expect(page.text()).toContain("This is copied from another statement.");
  });

  it("is not held against what stands, which may be the one that was copied", async () => {
    const it = host();
    stands(it, aStatement({ ...known, author: "raj" }), "v1");
    const page = await desk(it);
    expect(page.text()).not.toContain("This is copied from another statement.");
    expect(page.text()).toContain("Sign for product");
  });
});

describe("which tickets inherit a statement", () => {
  const bet = aWorkItem({ id: "7", key: "ATL-7", title: "Reading at night", isBet: true });
  const below = (id: string, hasOwn = false) => ({
    ...{ id, key: `ATL-${id}`, title: `Ticket ${id}`, parentId: "7", hasOwn },
  });
  const asked = (over: Partial<FakePort>) => ({ ...port(), ...over });

  it("is told at once from what is known, and then from the tracker", async () => {
    let answer: (it: Awaited<ReturnType<FakePort["readBelow"]>>) => void = () => {};
    const host = asked({
      knownBelow: async () => [below("9")],
      readBelow: () => new Promise((resolve) => (answer = resolve)),
    });
    const page = await desk(host, { ancestors: [bet] });
    expect(page.text()).toContain("1 ticket inherits it");
    expect(page.text()).toContain("As far as this browser has seen");
    await page.act(async () =>
      answer(ok({ tickets: [below("9"), below("10"), below("11", true)], isCut: false })),
    );
    expect(page.text()).toContain("2 tickets inherit it");
    expect(page.all("details li").map((it) => it.textContent)).toEqual([
      "ATL-9 Ticket 9",
      "ATL-10 Ticket 10",
    ]);
    expect(page.text()).toContain("Not these, which have their own: ATL-11");
    expect(page.text()).not.toContain("As far as this browser has seen");
  });

  it("says that there are more than were read", async () => {
    const page = await desk(
      asked({ readBelow: async () => ok({ tickets: [below("9"), below("10")], isCut: true }) }),
      {
        ancestors: [bet],
      },
    );
    expect(page.text()).toContain("More than 2 tickets inherit it");
    expect(page.text()).toContain("The tracker has more than are read at once");
  });

  it("says why the tracker could not tell, beside what is known", async () => {
    const error = { kind: "offline", message: null };
    const host = asked({
      knownBelow: async () => [below("9")],
      readBelow: async () => ({ ok: false, error }),
    });
    const page = await desk(host, { ancestors: [bet] });
    expect(page.text()).toContain("1 ticket inherits it");
    expect(page.text()).toContain("could not be read: ");
  });

  it("is not remarked on for a ticket with nothing below it, but said of a bet", async () => {
    const host = asked({});
    expect((await desk(host)).text()).not.toContain("inherit");
    expect((await desk(host, { ancestors: [bet] })).text()).toContain("No ticket inherits it yet.");
  });
});

describe("signing", () => {
  const others = aStatement({ author: "raj" });

  it("signs the text that is shown", async () => {
    const host = port();
    stands(host, others, "v1");
    const page = await desk(host);
    await page.press("Sign for product");
    expect(host.writes).toMatchObject([
      {
        kind: "comment",
        object: "9",
        value: { act: "sign-off", function: "product", hash: statementHash(others) },
      },
    ]);
  });

  it("asks with no comment that the tracker would not take, and says so before", async () => {
    const full = { used: 40_000, limit: limits["jira-comment"], left: -7_233, state: "over" as const };
    const host = port();
    const fits = host.room;
    Object.assign(host, {
      room: (...it: Parameters<typeof fits>) => (it[0] === "comment" ? full : fits(...it)),
    });
    stands(host, others, "v1");
    const page = await desk(host);
    expect(page.text()).toContain(
      "The comment that asks would be longer than the tracker takes: 40000 of 32767.",
    );
    expect(page.button("Ask for signatures").disabled).toBe(true);
  });

  it("signs nothing where the text in the tracker is another one by now", async () => {
    const host = port();
    stands(host, others, "v1");
    const page = await desk(host);
    stands(host, aStatement({ author: "raj", cost: "nothing at all" }), "v2");
    await page.press("Sign for product");
    expect(host.writes).toEqual([]);
    expect(page.text()).toContain("The text in the tracker has changed meanwhile.");
    expect(page.text()).not.toContain("Sign for product");
  });

  it("waits for the same signature of another page instead of signing twice", async () => {
    const host = port();
    stands(host, others, "v1");
    const page = await desk(host);
    const mine = { act: "sign-off", function: "product", hash: statementHash(others) };
    await page.act(async () => host.tell([pendingOf({ id: "c1", kind: "comment", mine })]));
    await page.press("Sign for product");
    expect(host.writes).toEqual([]);
    await page.act(() => host.settle("c1"));
    expect(page.text()).toContain("Signed in a comment.");
  });

  it("signs nothing that turns out to be signed already", async () => {
    let now = signOffs;
    const host = fakePort({ readMe: async () => ok("ana"), readSignOffs: async () => ok(now) });
    stands(host, others, "v1");
    const page = await desk(host);
    const signedBy = { id: "ana", name: "Ana", at: "2026-11-24T09:01:00.000Z", standIn: false };
    now = {
      ...signOffs,
      ...{ standing: "signed", waiting: null, functions: [{ name: "product", signedBy, refused: [] }] },
    };
    await page.press("Sign for product");
    expect(host.writes).toEqual([]);
    expect(page.text()).toContain("product: signed by Ana");
  });

  it("says of every comment that does not count why, also of one that nobody asked for, and that a note is no proof", async () => {
    const by = { id: "eve", name: "Eve", kind: "person" as const };
    const at = "2026-11-24T09:01:00.000Z";
    const host = fakePort({
      readMe: async () => ok("ana"),
      readSignOffs: async () =>
        ok({
          ...signOffs,
          functions: [{ name: "product", signedBy: null, refused: [{ by, at, reason: "older-text" }] }],
          unasked: [{ by, at, reason: "unknown-function" }],
          refusedWithdrawals: [{ by, at, reason: "by-app" }],
        }),
    });
    stands(host, others, "v1");
    const noted = { ...view, ticket: { ...ticket, standingMirror: "signed" as const } };
    const page = await render(<StatementDesk port={host} t={t} view={noted} selection="" />);
    for (const sentence of [
      "The sign-off of Eve does not count: the text has changed since.",
      "The sign-off of Eve does not count: there is no such function.",
      "The withdrawal of Eve does not count: an app wrote it.",
      "A note says that it is signed off.",
    ])
      expect(page.text()).toContain(sentence);
  });

  it.each([
    ["Changed since you signed it on", "ana"],
    ["Changed since Raj signed it on", "raj"],
  ])("shows first what has changed meanwhile: %s", async (since, by) => {
    const author = { id: by, name: by === "raj" ? "Raj" : "Ana", kind: "person" as const };
    const parts = materialDifference(aStatement({ cost: "a week" }), aStatement({ cost: "a month" }));
    const changed = { signedBy: author, at: "2026-11-20T09:00:00.000Z", parts };
    const host = fakePort({
      ...{ readMe: async () => ok("ana") },
      readSignOffs: async () => ok({ ...signOffs, standing: "stale" as const, changed }),
    });
    stands(host, others, "v1");
    const page = await desk(host);
    expect(page.text()).toContain(since);
    expect(page.all("dt").map((it) => it.textContent)).toEqual(["which costs"]);
    expect(page.all("del").map((it) => it.textContent)).toEqual(["week"]);
    expect(page.all("ins").map((it) => it.textContent)).toEqual(["month"]);
  });

  it("says so where the text that was signed is nowhere to be found", async () => {
    const changed = { signedBy: null, at: "2026-11-20T09:00:00.000Z", parts: null };
    const host = fakePort({
      readMe: async () => ok("ana"),
      readSignOffs: async () => ok({ ...signOffs, changed }),
    });
    stands(host, others, "v1");
    const page = await desk(host);
    expect(page.text()).toContain("Changed since signatures were asked for on");
    expect(page.text()).toContain("is nowhere to be found");
  });

  it("is not offered to who wrote it, though the statement names nobody, and is where the policy lets them", async () => {
    let isOwn = true;
    const host = fakePort({
      ...{ readMe: async () => ok("ana") },
      readSignOffs: async () => ok({ ...signOffs, isOwn }),
    });
    stands(host, aStatement({ author: null }), "v1");
    const page = await desk(host);
    expect(page.text()).toContain("You wrote it, so somebody else has to sign.");
    expect(page.text()).not.toContain("Sign for product");
    isOwn = false;
    await page.press("Check again");
    expect(page.text()).not.toContain("You wrote it, so somebody else has to sign.");
    expect(page.text()).toContain("Sign for product");
  });

  it("is not done by who lost the right since it was offered", async () => {
    let now = signOffs;
    const host = fakePort({ readMe: async () => ok("ana"), readSignOffs: async () => ok(now) });
    stands(host, others, "v1");
    const page = await desk(host);
    const [open] = signOffs.waiting?.functions ?? [];
    if (open === undefined) throw new Error("it waits for nobody");
    now = {
      ...signOffs,
      waiting: { since: null, functions: [{ ...open, anyone: false, people: ["raj"] }] },
    };
    await page.press("Sign for product");
    expect(host.writes).toEqual([]);
    expect(page.text()).toContain("You cannot sign it any more, so nothing was sent.");
    expect(page.text()).not.toContain("Sign for product");
  });
});
