// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from "vitest";
import { type EntryVerdict, evaluateEntry } from "../../../../shared/domain/entry";
import { defaultPolicy, type Policy } from "../../../../shared/domain/policy";
import { err, ok, value } from "../../../../shared/domain/result";
import { noMembers } from "../../../../shared/domain/signers";
import { GateDialog, type GateDialogProps } from "../../../../shared/ui/gate/gate-dialog";
import type { EntryAsked, JudgedEntry, Override } from "../../../../shared/ui/gate/gate-port";
import { aWorkItem } from "../../../domain/builders";
import { fakePort } from "../fake-port";
import { render, t } from "../render";

const policy: Policy = { ...defaultPolicy, mode: "block" };
const now = "2026-11-20T12:00:00.000Z";

/** Those that are open listen to the document's keys. */
const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const leave of open.splice(0)) await leave();
});

/** A tracker whose tickets with these ids are in a lane, and so may go in. */
function tracker(allowed: string[], mode: Policy["mode"] = "block") {
  const rules = { ...policy, mode };
  const entered: EntryAsked[] = [];
  const overrides: Override[] = [];
  let failure: string | null = null;
  const verdictOf = (id: string): EntryVerdict => {
    const issue = aWorkItem({ id, lane: allowed.includes(id) ? "bug" : null });
    const facts = { issue, chain: { ancestors: [], end: "root" as const }, evidence: [], glass: [] };
    return evaluateEntry({ key: issue.key, facts: { ...facts, members: noMembers } }, value(rules), now);
  };
  const port = fakePort({
    judgeEntries: async (asked) =>
      ok(
        asked.map((it): JudgedEntry => {
          const item = aWorkItem({ id: it.issue.replace("ATL-", "") });
          return { ...it, item, verdict: verdictOf(item.id), policy: rules };
        }),
      ),
    enterSprints: async (asked) => {
      if (failure !== null) return err({ kind: failure, message: null });
      entered.push(...asked);
      return ok([...asked]);
    },
    noteOverrides: async (some) => void overrides.push(...some),
  });
  return { port, allowed, entered, overrides, fail: (kind: string | null) => (failure = kind) };
}

async function dialog(port: GateDialogProps["port"], keys: string[], over: Partial<GateDialogProps> = {}) {
  const asked = keys.map((issue) => ({ issue, sprint: "2" }));
  const seen: string[] = [];
  const props: GateDialogProps = {
    ...{ port, t, asked, unmade: [], isIn: false, isStart: false, written: 0, isHidden: false },
    onWrite: (key) => void seen.push(`write ${key}`),
    onClose: () => void seen.push("close"),
    onDrawn: () => void seen.push("drawn"),
    ...over,
  };
  const page = await render(<GateDialog {...props} />);
  open.push(page.leave);
  const press = (key: string) =>
    page.act(async () => {
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    });
  return { page, seen, press };
}

describe("what the gate kept out", () => {
  it("is named with why, and offers one key for each thing that mends it", async () => {
    const { page, seen, press } = await dialog(tracker([]).port, ["ATL-1"]);
    expect(page.text()).toContain("It stays out of the sprint until this is mended");
    expect(page.text()).toContain("Nobody has written down which problem it solves.");
    expect(page.all(".gate-fixes button").map((it) => it.textContent)).toEqual([
      "W Write the statement",
      "I Inherit from a bet",
      "L Put in a lane",
      "G Break the glass…",
    ]);
    await press("w");
    expect(seen).toEqual(["drawn", "write ATL-1"]);
  });

  it("goes in once it is mended, and what was allowed all along only when the person says so", async () => {
    const host = tracker(["2"]);
    const { page, press } = await dialog(host.port, ["ATL-1", "ATL-2"]);
    expect([host.entered, page.text().includes("They were moved together")]).toEqual([[], true]);
    host.allowed.push("1");
    await press("r");
    expect(host.entered.map(({ issue }) => issue)).toEqual(["ATL-1"]);
    await press("e");
    expect(host.entered.map(({ issue }) => issue)).toEqual(["ATL-1", "ATL-2"]);
    expect(page.text()).toContain("Now in the sprint: ATL-1, ATL-2");
    expect(page.text()).toContain("Nothing is missing any more");
  });

  it("never goes in twice", async () => {
    const host = tracker([]);
    const { press } = await dialog(host.port, ["ATL-1"]);
    host.allowed.push("1");
    for (const key of ["r", "r", "e"]) await press(key);
    expect(host.entered).toHaveLength(1);
  });

  it("says why it could not be put in though it is mended, and is tried again when the person asks", async () => {
    const host = tracker([]);
    const { page, press } = await dialog(host.port, ["ATL-1"]);
    host.allowed.push("1");
    host.fail("forbidden");
    await press("r");
    expect(page.text()).toContain(
      "It could not be put into the sprint. The tracker does not let you do this.",
    );
    host.fail(null);
    await press("r");
    expect(page.text()).toContain("Now in the sprint: ATL-1");
  });

  it("goes in by a broken glass once the comment is there, with the reason in the log", async () => {
    const host = tracker([]);
    const { page, press } = await dialog(host.port, ["ATL-1"]);
    await press("g");
    await page.type("Why must it go in now?", "Payments are down");
    await page.press("Break the glass");
    const [write] = host.port.writes;
    expect(write).toMatchObject({
      ...{ object: "1", kind: "comment" },
      value: { act: "break-glass", reason: "Payments are down" },
    });
    expect([host.overrides, host.entered]).toEqual([[], []]);
    host.allowed.push("1");
    await page.act(() => host.port.settle(write?.id ?? ""));
    expect(host.overrides).toEqual([
      { issue: "ATL-1", sprint: "2", how: "glass", reason: "Payments are down" },
    ]);
    expect(page.text()).toContain("Now in the sprint: ATL-1");
  });

  it("says of a new ticket why it was not made, and what to do", async () => {
    const { page } = await dialog(tracker([]).port, [], { unmade: ["statement-missing"] });
    expect(page.text()).toContain("The new ticket was not made in the sprint.");
    expect(page.text()).toContain("Make it in the backlog");
  });

  it("says why nothing can be told, and looks again", async () => {
    const host = tracker([]);
    const port = { ...host.port, judgeEntries: async () => err({ kind: "offline", message: null }) };
    const { page, seen } = await dialog(port, ["ATL-1"]);
    expect(page.text()).toContain("The tracker could not be reached.");
    expect([seen, page.all("button").map((it) => it.textContent)]).toEqual([["drawn"], ["R Look again"]]);
  });
});

it("what was let in with a warning stays in with a reason, which is kept, and nothing is put in again", async () => {
  const host = tracker([], "warn");
  const { page, seen } = await dialog(host.port, ["ATL-1"], { isIn: true });
  expect(page.text()).toContain("It went into the sprint, though something is missing");
  expect(page.all(".gate-fixes button").map((it) => it.textContent)).not.toContain("G Break the glass…");
  await page.type("Why does it stay in?", "It was promised");
  await page.press("Leave it in");
  expect(host.overrides).toEqual([{ issue: "ATL-1", sprint: "2", how: "warned", reason: "It was promised" }]);
  expect([host.entered, seen]).toEqual([[], ["drawn", "close"]]);
});
