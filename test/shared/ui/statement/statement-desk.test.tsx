// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from "vitest";
import { statementHash } from "../../../../shared/domain/canonical";
import { defaultPolicy } from "../../../../shared/domain/policy";
import { ok } from "../../../../shared/domain/result";
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
  me: "ana",
  checkedAt: "2026-11-24T09:00:00.000Z",
};
const port = () =>
  fakePort({ readMe: async () => ok("ana"), readSignOffs: async () => ok(structuredClone(signOffs)) });
const stands = (it: FakePort, statement: Statement, version: string) =>
  it.standing.set("9 statement", { version, value: statement, raw: statement });
const desk = (it: FakePort) =>
  render(<StatementDesk port={it} t={t} view={view} selection="They cannot read at night" />);
const statementIn = (it: FakePort) => it.writes.find(({ kind }) => kind === "statement");
const pendingOf = (over: Partial<Pending>): Pending => ({
  ...{ id: "w1", object: "9", kind: "statement", state: "waiting", mine: aStatement() },
  ...{ failure: null, conflict: null, retryAt: null, ...over },
});
const cost = "which costs";

afterEach(() => {
  document.body.replaceChildren();
});

describe("a statement", () => {
  it("begins with what was marked in the page, and nothing is found before it is written", async () => {
    const page = await desk(port());
    expect(page.field("has which problem").value).toBe("They cannot read at night");
    expect(page.all(".statement-finding")).toHaveLength(0);
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

  it("is not offered to the author", async () => {
    const host = port();
    stands(host, aStatement({ author: "ana" }), "v1");
    const page = await desk(host);
    expect(page.text()).toContain("You wrote it, so somebody else has to sign.");
    expect(page.text()).not.toContain("Sign for product");
  });
});
