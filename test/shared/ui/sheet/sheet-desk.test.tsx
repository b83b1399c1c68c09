// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import { readSheet, writeSheet } from "../../../../shared/domain/markdown";
import { ok } from "../../../../shared/domain/result";
import type { Sheet } from "../../../../shared/domain/sheet";
import type { Pending } from "../../../../shared/ui/port";
import { SheetDesk } from "../../../../shared/ui/sheet/sheet-desk";
import { aSheet, aWorkItem } from "../../../domain/builders";
import { type FakePort, fakePort } from "../fake-port";
import { render, t } from "../render";

const bet = aWorkItem({ id: "9", title: "Guest checkout", type: "Epic", isBet: true });
const stands = (port: FakePort, sheet: Sheet, version = "v1") =>
  port.standing.set("9 sheet", { version, value: sheet, raw: sheet });
const desk = (port: FakePort, onSaved: (sheet: Sheet) => void = () => {}) =>
  render(<SheetDesk port={port} t={t} bet={bet} today="2026-11-24" onSaved={onSaved} />);
const draftOf = (port: FakePort) => port.drafts.get("9 sheet") as { form: Record<string, unknown> };
const sheetIn = (port: FakePort) => port.writes.find((it) => it.kind === "sheet");
const notesIn = (port: FakePort) =>
  port.writes.flatMap((it) => (it.kind === "comment" && it.value.act === "note" ? [it.value.text] : []));
const pendingOf = (over: Partial<Pending>): Pending => ({
  ...{ id: "w1", object: "9", kind: "sheet", state: "waiting", mine: aSheet() },
  ...{ failure: null, conflict: null, retryAt: null, ...over },
});

describe("a sheet on one page", () => {
  it("begins with weekly looks, a gate two weeks on, and says what is missing without a score", async () => {
    const page = await desk(fakePort());
    expect(page.field("Cadence").value).toBe("weekly");
    expect(page.field("Date of the stage gate").value).toBe("2026-12-08");
    expect(page.text()).toContain("An aim");
    expect(page.text()).toContain("A guardrail that protects users");
    expect(page.all(".sheet-gaps")[0]?.textContent).not.toMatch(/\d+ ?%|\d+ (of|\/) \d+/);
  });

  it("leads from what is missing to where it is written", async () => {
    const page = await desk(fakePort());
    await page.press("An owner");
    expect(document.activeElement).toBe(page.field("Owner"));
  });

  it("saves a first sheet as version 1 with what the person saw below it, and no comment", async () => {
    const port = fakePort();
    const saved = vi.fn();
    const page = await desk(port, saved);
    await page.type("The outcome you want", "Buying without an account");
    await page.type("We believe (lever: what you do)", "guest checkout");
    await page.type("will move (metric: what changes)", "orders");
    await page.type("because (reason: why it should)", "people leave");
    await page.type("Name", "form errors");
    await page.type("Target", "0,3");
    await page.type("Decision rule", "We continue if errors fall");
    await page.press("Save the sheet");
    expect(sheetIn(port)).toMatchObject({
      object: "9",
      base: { version: "v0", value: null },
      after: null,
      value: {
        version: 1,
        mechanism: { lever: "guest checkout", metric: "orders", reason: "people leave" },
        signals: [{ kind: "proxy", name: "form errors", target: 0.3 }],
        stageGate: { date: "2026-12-08", rule: "We continue if errors fall" },
        cadence: "weekly",
      },
    });
    expect(notesIn(port)).toEqual([]);
    expect(saved).not.toHaveBeenCalled();
    await page.act(() => port.settle(sheetIn(port)?.id ?? ""));
    expect(saved).toHaveBeenCalledTimes(1);
    expect(page.text()).toContain("Version 1 is in the tracker.");
    expect(port.drafts.size).toBe(0);
  });

  it("counts the version up and tells in a comment what has changed", async () => {
    const port = fakePort();
    stands(port, aSheet({ version: 3 }));
    const page = await desk(port);
    await page.type("Owner", "Raj");
    await page.press("Save the sheet");
    expect(sheetIn(port)).toMatchObject({
      value: { ...aSheet(), version: 4, owner: "Raj" },
      base: { version: "v1" },
    });
    expect(notesIn(port)).toEqual([
      'Alignment Sheet, version 4. What changed:\n\n- **Owner**: "Raj", was "Ana"',
    ]);
    await page.type("Owner", "Bo");
    await page.press("Save the sheet");
    expect(port.writes.at(2)).toMatchObject({
      kind: "sheet",
      value: { version: 5 },
      after: port.writes[0]?.id,
    });
  });

  it("writes nothing where nothing has changed", async () => {
    const port = fakePort();
    stands(port, aSheet());
    const page = await desk(port);
    await page.press("Save the sheet");
    expect(port.writes).toEqual([]);
    expect(page.text()).toContain("nothing to save");
  });

  it("refuses half a mechanism, says why and leads to the blank", async () => {
    const port = fakePort();
    const page = await desk(port);
    await page.type("We believe (lever: what you do)", "guest checkout");
    await page.press("Save the sheet");
    expect(port.writes).toEqual([]);
    expect(page.text()).toContain("Fill in all three blanks");
    expect(document.activeElement).toBe(page.field("will move (metric: what changes)"));
  });

  it("takes rows out and marks one-way doors", async () => {
    const port = fakePort();
    stands(port, aSheet({ risks: [] }));
    const page = await desk(port);
    await page.press("Add a risk");
    await page.type("Risk 1", "Accounts cannot be split");
    await page.click(page.field("One-way door: it cannot be undone"));
    await page.press("Remove signal 1");
    await page.press("Save the sheet");
    expect(sheetIn(port)?.value).toMatchObject({
      risks: [{ text: "Accounts cannot be split", oneWayDoor: true }],
      signals: [{ name: "completed orders" }],
    });
  });
});

describe("what is being written", () => {
  it("is kept at every keystroke and is there again after a crash", async () => {
    const port = fakePort();
    const page = await desk(port);
    await page.type("The outcome you want", "Buying");
    expect(draftOf(port).form.aim).toBe("Buying");
    await page.leave();
    const again = await desk(port);
    expect(again.field("The outcome you want").value).toBe("Buying");
  });

  it("can be gone on with where the tracker cannot be read", async () => {
    const port = fakePort();
    const page = await desk(port);
    await page.type("The outcome you want", "Buying");
    await page.leave();
    port.failure = { kind: "offline", message: null };
    const again = await desk(port);
    expect(again.field("The outcome you want").value).toBe("Buying");
    expect(again.text()).toContain("could not be read");
  });

  it("gives way to what stands where nothing was changed but the clock", async () => {
    const port = fakePort();
    stands(port, aSheet());
    const page = await desk(port);
    await page.press("Run this in 30 minutes");
    await page.leave();
    stands(port, aSheet({ version: 2, owner: "Mo" }), "v2");
    const again = await desk(port);
    expect(again.field("Owner").value).toBe("Mo");
    expect(again.text()).toContain("Go on with the 30 minutes: Prepare");
  });

  it("comes on top of what stands once an earlier save has arrived", async () => {
    const port = fakePort();
    stands(port, aSheet());
    const page = await desk(port);
    await page.type("Owner", "Raj");
    await page.press("Save the sheet");
    await page.type("Owner", "Raj and Bo");
    await page.leave();
    stands(port, aSheet({ version: 2, owner: "Raj" }), "v2");
    const again = await desk(port);
    await again.press("Save the sheet");
    expect(port.writes.at(-2)).toMatchObject({
      base: { version: "v2" },
      after: null,
      value: { version: 3, owner: "Raj and Bo" },
    });
  });

  it("says so where it cannot be kept", async () => {
    const page = await desk(fakePort({ keepDraft: () => Promise.reject(new Error("full")) }));
    await page.type("Owner", "Raj");
    expect(page.text()).toContain("cannot be kept in this browser");
  });

  it("is told of the room in the tracker before it is gone", async () => {
    const port = fakePort();
    const page = await desk(port);
    await page.type("Right to win", "x".repeat(31_000));
    expect(page.text()).toContain("nearly as long");
    await page.type("Right to win", "x".repeat(33_000));
    await page.press("Save the sheet");
    expect(page.text()).toContain("too long for the tracker");
    expect(port.writes).toEqual([]);
  });

  it("is compared with what somebody saved meanwhile before it goes on", async () => {
    const port = fakePort();
    stands(port, aSheet());
    const page = await desk(port);
    await page.type("Owner", "Raj");
    await page.leave();
    stands(port, aSheet({ version: 2, cadence: "daily", owner: "Mo" }), "v2");
    const again = await desk(port);
    expect(again.text()).toContain("Somebody saved this sheet");
    await again.press("Take all of theirs");
    await again.click(
      again.all<HTMLInputElement>("fieldset")[0]?.querySelectorAll("input")[1] as HTMLElement,
    );
    await again.press("Go on with what I chose");
    await again.press("Save the sheet");
    expect(sheetIn(port)).toMatchObject({
      base: { version: "v2" },
      value: { version: 3, owner: "Raj", cadence: "daily" },
    });
  });

  it("says so where nothing could be read and nothing was begun, and reads again when asked", async () => {
    const port = fakePort();
    port.failure = { kind: "server", message: "Jira is down" };
    const page = await desk(port);
    expect(page.text()).toContain("Jira is down");
    port.failure = null;
    stands(port, aSheet());
    await page.press("Try again");
    expect(page.field("Owner").value).toBe("Ana");
  });

  it("shows what stands there and cannot be read", async () => {
    const port = fakePort();
    const raw = "# Alignment Sheet\n\n## Mechanism\n\nWe hope\n";
    port.standing.set("9 sheet", { version: "v1", value: "unreadable", raw });
    const page = await desk(port);
    expect(page.text()).toContain("Line 3: Write the mechanism");
    await page.type("Owner", "Raj");
    await page.press("Save the sheet");
    expect(sheetIn(port)).toMatchObject({ base: { version: "v1", value: raw } });
  });
});

describe("a save on its way", () => {
  it("is shown with the reason why it waits, and can be hurried or let go", async () => {
    const port = fakePort();
    const page = await desk(port);
    const failure = { kind: "offline", message: "no network" };
    await page.act(() => port.tell([pendingOf({ failure })]));
    expect(page.text()).toContain("no network");
    await page.press("Try again");
    expect(port.retried).toEqual(["w1"]);
    const note = pendingOf({ id: "w2", kind: "comment", mine: { act: "note", text: "x" } });
    await page.act(() => port.tell([pendingOf({ state: "refused", failure }), note]));
    await page.press("Do not send it");
    expect(port.discarded).toEqual(["w2", "w1"]);
  });

  it("is what the page shows when it opens before the tracker has it", async () => {
    const port = fakePort();
    stands(port, aSheet());
    port.tell([pendingOf({ mine: aSheet({ version: 2, owner: "Raj" }) })]);
    const page = await desk(port);
    expect(page.field("Owner").value).toBe("Raj");
    await page.type("Owner", "Bo");
    await page.press("Save the sheet");
    expect(sheetIn(port)).toMatchObject({ after: "w1", value: { version: 3, owner: "Bo" } });
  });

  it("that meets somebody else's is chosen part by part, nothing beforehand", async () => {
    const port = fakePort();
    stands(port, aSheet());
    const page = await desk(port);
    const mine = aSheet({ version: 2, owner: "Raj", assumptions: ["Buyers read the mail"] });
    const theirs = aSheet({ version: 2, owner: "Mo", cadence: "daily" });
    const conflict = { theirs, covered: null };
    await page.act(() => port.tell([pendingOf({ state: "conflict", mine, conflict })]));
    expect(page.button("Go on with what I chose").disabled).toBe(true);
    expect(page.all("legend").map((it) => it.textContent)).toEqual(["Owner", "Cadence", "Assumptions"]);
    const [owner, cadence, assumptions] = page.all("fieldset");
    const choose = (part: Element | undefined, at: number) =>
      page.click(part?.querySelectorAll("input")[at] as HTMLElement);
    await choose(owner, 1);
    await choose(cadence, 0);
    await choose(assumptions, 1);
    await page.press("Go on with what I chose");
    expect(port.resolved).toEqual([
      {
        id: "w1",
        value: aSheet({ version: 3, owner: "Raj", cadence: "daily", assumptions: ["Buyers read the mail"] }),
      },
    ]);
    expect(notesIn(port)[0]).toContain('- **Owner**: "Raj", was "Mo"');
  });
});

describe("what was typed on top of a save that met somebody else's", () => {
  it("stays, on top of what was chosen", async () => {
    const port = fakePort();
    stands(port, aSheet());
    const page = await desk(port);
    await page.type("Owner", "Raj");
    await page.press("Save the sheet");
    const { id } = port.writes[0] ?? { id: "" };
    await page.type("Right to win", "We answer in an hour");
    const mine = aSheet({ version: 2, owner: "Raj" });
    const conflict = { theirs: aSheet({ version: 2, cadence: "daily" }), covered: null };
    await page.act(() => port.tell([pendingOf({ id, state: "conflict", mine, conflict })]));
    await page.press("Take all of theirs");
    await page.press("Go on with what I chose");
    await page.act(() => port.tell([]));
    expect(page.field("Right to win").value).toBe("We answer in an hour");
    expect(page.field("Cadence").value).toBe("daily");
    expect(page.field("Owner").value).toBe("Ana");
    await page.press("Save the sheet");
    expect(port.writes.at(-2)).toMatchObject({
      after: id,
      value: { version: 4, owner: "Ana", cadence: "daily", rightToWin: "We answer in an hour" },
    });
  });

  it("can be kept where theirs is gone", async () => {
    const port = fakePort();
    const page = await desk(port);
    const conflict = { theirs: null, covered: null };
    await page.act(() => port.tell([pendingOf({ state: "conflict", conflict })]));
    expect(page.text()).toContain("removed the sheet");
    await page.press("Keep mine");
    expect(port.resolved).toEqual([{ id: "w1", value: aSheet({ version: 2 }) }]);
  });
});

describe("Markdown", () => {
  it("fills the page where it is pasted, and other text is pasted as ever", async () => {
    const page = await desk(fakePort());
    const paste = (text: string) => {
      const event = new Event("paste", { bubbles: true, cancelable: true });
      Object.assign(event, { clipboardData: { getData: () => text } });
      page.field("Owner").dispatchEvent(event);
      return event.defaultPrevented;
    };
    let isTaken = false;
    await page.act(() => {
      isTaken = paste("Raj");
    });
    expect(isTaken).toBe(false);
    await page.act(() => {
      isTaken = paste(writeSheet(aSheet()));
    });
    expect(isTaken).toBe(true);
    expect(page.field("The outcome you want").value).toBe("Buying without an account");
  });

  it("comes out of the page and goes into it, and filling can be undone", async () => {
    const port = fakePort();
    stands(port, aSheet());
    const copied: string[] = [];
    vi.spyOn(navigator.clipboard, "writeText").mockImplementation(async (text) => void copied.push(text));
    const page = await desk(port);
    await page.press("Copy as Markdown");
    expect(readSheet(copied[0] ?? "")).toEqual({ kind: "value", value: aSheet() });
    await page.press("Paste Markdown");
    await page.type("A sheet as Markdown", writeSheet(aSheet({ owner: "Raj", nonGoals: ["Loyalty"] })));
    await page.press("Fill the sheet from it");
    expect(page.field("Owner").value).toBe("Raj");
    expect(page.field("Non-goal 1").value).toBe("Loyalty");
    await page.press("Undo: back to what was here before");
    expect(page.field("Owner").value).toBe("Ana");
  });

  it("that is no sheet changes nothing and says why", async () => {
    const page = await desk(fakePort());
    await page.press("Paste Markdown");
    await page.type("A sheet as Markdown", "## Stage gate\n\n**Date:** soon\n\n**Rule:** if it works");
    await page.press("Fill the sheet from it");
    expect(page.text()).toContain("Line 3: Write the date as YYYY-MM-DD.");
    await page.type("A sheet as Markdown", "Lorem");
    await page.press("Fill the sheet from it");
    expect(page.text()).toContain("Line 1: None of the headings");
  });
});

describe("the versions of a sheet", () => {
  const [one, two, three] = [
    aSheet(),
    aSheet({ version: 2, owner: "Raj" }),
    aSheet({ version: 3, owner: "Raj", guardrail: { sli: "p95 of checkout", threshold: "under 700 ms" } }),
  ];
  const kept = (value: Sheet | "unreadable", day: number, by: string) => ({
    ...{ value, at: `2026-11-${day}T09:00:00.000Z`, by: [by] },
  });
  const changes = (page: Awaited<ReturnType<typeof desk>>) =>
    [...page.all("dt"), ...page.all("del"), ...page.all("ins")].map((it) => it.textContent);

  it("say who changed what and when, with the difference between any two", async () => {
    const port = fakePort({
      readTexts: async () => ok([kept(one, 10, "Ana"), kept(two, 12, "Raj")]) as never,
    });
    stands(port, three);
    const page = await desk(port);
    await page.press("Show versions");
    expect(page.all(".sheet-versions li").map((it) => it.textContent)).toEqual([
      "Version 3, as it stands nowGuardrail",
      expect.stringMatching(/^Version 2, .*12.*, RajOwner$/),
      expect.stringMatching(/^Version 1, .*10.*, AnaThe first that is known$/),
    ]);
    expect(changes(page)).toEqual(["Guardrail", "800 ", "700 "]);
    await page.type("Compare", "0");
    expect(changes(page)).toEqual(["Guardrail", "Owner", "800 ", "Ana", "700 ", "Raj"]);
    await page.type("with", "0");
    expect(page.text()).toContain("They say the same.");
  });

  it("leave out what cannot be read, and say so", async () => {
    const port = fakePort({ readTexts: async () => ok([kept("unreadable", 10, "Ana")]) as never });
    stands(port, one);
    const page = await desk(port);
    await page.press("Show versions");
    expect(page.all(".sheet-versions li")).toHaveLength(1);
    expect(page.text()).toContain("1 earlier texts cannot be read and are left out.");
  });

  it("that cannot be read say why, and are asked for again", async () => {
    const error = { kind: "server", message: null };
    const port = fakePort({ readTexts: async () => ({ ok: false, error }) });
    const page = await desk(port);
    await page.press("Show versions");
    expect(page.text()).toContain("The versions could not be read: The tracker has trouble of its own.");
    expect(page.button("Show versions").disabled).toBe(false);
  });
});

describe("the aim of a sheet", () => {
  const shared = { title: "Buying without an account", definitionOfDone: "Every buyer", url: null };
  const other = { title: "Live in a week", definitionOfDone: null, url: null };
  const port = () => fakePort({ readAims: async () => ok({ aims: [shared, other], base: null }) });

  it("is told where it differs from the shared one, which can be taken", async () => {
    const it = port();
    stands(it, aSheet());
    const page = await desk(it);
    expect(page.text()).toContain("The shared aim is done when: Every buyer");
    await page.press("Take the shared aim");
    expect(page.field("Definition of done").value).toBe("Every buyer");
    expect(page.text()).not.toContain("The shared aim is done when");
  });

  it("is chosen from the shared ones, and told where it is none of them", async () => {
    const page = await desk(port());
    await page.type("A shared aim", "Live in a week");
    expect(page.field("The outcome you want").value).toBe("Live in a week");
    expect(page.text()).not.toContain("This is none of the shared aims.");
    await page.type("The outcome you want", "Something else");
    expect(page.text()).toContain("This is none of the shared aims.");
  });
});
