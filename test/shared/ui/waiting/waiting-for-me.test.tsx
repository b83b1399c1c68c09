// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import type { WorkItem } from "../../../../shared/domain/issue";
import { defaultPolicy, type Policy } from "../../../../shared/domain/policy";
import { ok, value } from "../../../../shared/domain/result";
import type { SignOffView, TicketView } from "../../../../shared/ui/port";
import { WaitingForMe } from "../../../../shared/ui/waiting/waiting-for-me";
import { aStatement, aWorkItem } from "../../../domain/builders";
import { fakePort } from "../fake-port";
import { render, t } from "../render";

const at = "2026-11-24T09:00:00.000Z";
const open = {
  name: "product" as const,
  anyone: true,
  people: [],
  standingIn: false,
  unread: [],
  deadEnd: false,
};
const unsigned: SignOffView = {
  ...{ standing: "unsigned", functions: [{ name: "product", signedBy: null, refused: [] }] },
  ...{
    unasked: [],
    refusedWithdrawals: [],
    missingFields: [],
    changed: null,
    names: {},
    me: "ana",
    isOwn: false,
    checkedAt: at,
  },
  waiting: { since: null, functions: [open] },
};
const carrying = (id: string, over: Partial<WorkItem> = {}) =>
  aWorkItem({ id, statement: value(aStatement({ author: "raj" })), ...over });
const seen = (ticket: WorkItem, ancestors: WorkItem[] = [], policy: Policy = defaultPolicy): TicketView => ({
  ...{ ticket, ancestors, policy, readAt: at },
  alignment: { kind: "orphan", reasons: ["no-parent"], from: null },
});
/** A host whose tracker has these statements, and says of each carrier what its comments say. */
function host(views: TicketView[], says: (id: string) => SignOffView | "out" = () => unsigned) {
  const asked: string[] = [];
  const port = fakePort({
    readMe: async () => ok("ana"),
    knownTickets: async () => [...views],
    readSignOffs: async ({ id }) => {
      asked.push(id);
      const answer = says(id);
      return answer === "out" ? { ok: false, error: { kind: "server", message: null } } : ok(answer);
    },
  });
  for (const { ticket, ancestors } of views)
    for (const { id, statement } of [ticket, ...ancestors])
      if (statement.kind === "value")
        port.standing.set(`${id} statement`, { version: "v1", value: statement.value, raw: statement.value });
  return { port, asked };
}
const waiting = ({ port }: ReturnType<typeof host>) => render(<WaitingForMe port={port} t={t} />);
const titles = (page: Awaited<ReturnType<typeof waiting>>) => page.all("h2").map((it) => it.textContent);

describe("what waits for me", () => {
  it("is what the comments say, whatever this browser remembers, and how fresh that is", async () => {
    const it = host([seen(carrying("1")), seen(carrying("2")), seen(carrying("3"))], (id) =>
      id === "2" ? { ...unsigned, standing: "signed", waiting: null } : unsigned,
    );
    const page = await waiting(it);
    expect(titles(page)).toEqual(["Ticket 1", "Ticket 3"]);
    expect(page.text()).toContain("Checked at");
    expect(it.asked).toEqual(["1", "2", "3"]);
  });

  it.each<[string, Partial<SignOffView>]>([
    [
      "another can sign",
      { waiting: { since: null, functions: [{ ...open, anyone: false, people: ["lena"] }] } },
    ],
    ["they wrote it themselves", { isOwn: true }],
  ])("is nothing where %s", async (_, over) => {
    const page = await waiting(host([seen(carrying("1"))], () => ({ ...unsigned, ...over })));
    expect(titles(page)).toEqual([]);
    expect(page.text()).toContain(t("panelNothingWaits"));
  });

  it("is the text as it stands, not as it was when it was seen", async () => {
    const it = host([seen(carrying("1"))]);
    const now = aStatement({ author: "raj", cost: "a fortune" });
    it.port.standing.set("1 statement", { version: "v2", value: now, raw: now });
    expect((await waiting(it)).text()).toContain("a fortune");
  });

  it("names a bet once, however many tickets it holds for, and asks for what it may wait for only", async () => {
    const bet = carrying("7", { isBet: true });
    const mine = carrying("8", { statement: value(aStatement({ author: "ana" })) });
    const noted = carrying("9", { standingMirror: "signed" });
    const it = host([seen(aWorkItem({ id: "1" }), [bet]), seen(mine, [bet]), seen(noted)]);
    expect(titles(await waiting(it))).toEqual(["Ticket 7"]);
    expect(it.asked).toEqual(["7"]);
  });

  it("says so where that cannot be read, and looks again when asked", async () => {
    let isOut = true;
    const page = await waiting(host([seen(carrying("1"))], () => (isOut ? "out" : unsigned)));
    expect(page.text()).toContain("Whether it waits for you could not be read");
    isOut = false;
    await page.press("Check again");
    expect(page.text()).not.toContain("could not be read");
    expect(titles(page)).toEqual(["Ticket 1"]);
  });

  it("is looked for in what becomes known while it is open, and nothing is asked twice or lost", async () => {
    const views: TicketView[] = [];
    const it = host(views);
    const page = await waiting(it);
    expect(page.text()).toContain(t("panelNothingWaits"));
    const learn = (id: string) =>
      page.act(async () => {
        const { statement } = carrying(id);
        if (statement.kind === "value")
          it.port.standing.set(`${id} statement`, {
            ...{ version: "v1", value: statement.value, raw: statement.value },
          });
        views.unshift(seen(carrying(id)));
        it.port.learn();
      });
    for (const id of ["1", "2"]) {
      await learn(id);
      await vi.waitFor(async () => {
        await page.act(() => {});
        expect(titles(page)).toContain(`Ticket ${id}`);
      });
    }
    // What was found stays, though nobody would look for it anew.
    views.splice(0, 1);
    await page.act(() => it.port.learn());
    expect(titles(page)).toEqual(["Ticket 1", "Ticket 2"]);
    expect(it.asked).toEqual(["1", "2"]);
  });

  it("looks at ten at once, and at the others when asked", async () => {
    const it = host(Array.from({ length: 13 }, (_, at) => seen(carrying(`${at + 1}`))));
    const page = await waiting(it);
    expect(it.asked).toHaveLength(10);
    await page.press("Look at the other 3");
    expect(titles(page)).toHaveLength(13);
  });
});
