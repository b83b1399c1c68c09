// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SheetDesk } from "../../../../shared/ui/sheet/sheet-desk";
import { aSheet, aWorkItem } from "../../../domain/builders";
import { type FakePort, fakePort } from "../fake-port";
import { render, t } from "../render";

const bet = aWorkItem({ id: "9", title: "Guest checkout", type: "Epic", isBet: true });
const desk = (port: FakePort) =>
  render(<SheetDesk port={port} t={t} bet={bet} today="2026-11-24" onSaved={() => {}} />);
const seconds = (count: number) => act(async () => void (await vi.advanceTimersByTimeAsync(count * 1000)));

beforeEach(() => void vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] }));
afterEach(() => {
  vi.useRealTimers();
});

describe("the first half hour", () => {
  it("goes through three steps, and is taken up again where it was left", async () => {
    const port = fakePort();
    const page = await desk(port);
    await page.press("Run this in 30 minutes");
    await page.type("The outcome you want", "Buying without an account");
    await seconds(130);
    expect(page.text()).toContain("2 of 10 minutes used");
    await page.press("Next step");
    await seconds(60);
    await page.leave();
    const again = await desk(port);
    await again.press("Go on with the 30 minutes: Work");
    expect(again.text()).toContain("1 of 15 minutes used");
    await again.press("Step back");
    expect(again.text()).toContain("2 of 10 minutes used");
    expect(again.field("The outcome you want").value).toBe("Buying without an account");
  });

  it("draws the aim above two leading indicators and says which moves first", async () => {
    const port = fakePort();
    const [first] = aSheet().signals;
    const signals = first ? [first, { ...first, name: "starts of checkout" }] : [];
    const value = aSheet({ signals, mechanism: { lever: "a", metric: "starts of checkout", reason: "b" } });
    port.standing.set("9 sheet", { version: "v1", value, raw: value });
    const page = await desk(port);
    await page.press("Run this in 30 minutes");
    await page.press("Next step");
    expect(page.all("svg title").map((it) => it.textContent)).toContain(
      "Aim: Buying without an account. form errors. starts of checkout, expected to move first",
    );
    expect(page.all(".sheet-tree-first").map((it) => it.textContent)).toEqual([
      "Moves firststarts of checkout",
    ]);
  });

  it("ends with the sheet active and the decision in a comment", async () => {
    const port = fakePort();
    const value = aSheet({ state: "draft" });
    port.standing.set("9 sheet", { version: "v1", value, raw: value });
    const page = await desk(port);
    await page.press("Run this in 30 minutes");
    await page.press("Next step");
    await page.press("Next step");
    const entry = page.field("Entry in the decision log").value;
    expect(entry).toContain("We believe guest checkout will move completed orders");
    await page.type("Entry in the decision log", `${entry}\n- Raj was against it`);
    await page.press("Commit: save the sheet and note the decision");
    const [sheet, changed, decision] = port.writes;
    expect(sheet).toMatchObject({ kind: "sheet", value: { state: "active", version: 2 } });
    expect(changed).toMatchObject({ value: { act: "note", text: expect.stringContaining("**State**") } });
    expect(decision).toMatchObject({ value: { act: "note", text: `${entry}\n- Raj was against it` } });
    expect(page.text()).toContain("Run this in 30 minutes");
  });

  it("puts the weekly review into a calendar file", async () => {
    const port = fakePort();
    const value = aSheet();
    port.standing.set("9 sheet", { version: "v1", value, raw: value });
    const blobs: Blob[] = [];
    vi.spyOn(URL, "createObjectURL").mockImplementation((it) => {
      blobs.push(it as Blob);
      return "blob:x";
    });
    const page = await desk(port);
    await page.press("Run this in 30 minutes");
    await page.press("Next step");
    await page.press("Next step");
    await page.type("Day", "3");
    await page.type("Time", "09:30");
    await page.press("Save the calendar file");
    const text = (await blobs[0]?.text()) ?? "";
    expect(text).toContain("DTSTART:20261126T093000");
    expect(text).toContain("RRULE:FREQ=WEEKLY;BYDAY=TH");
    expect(text).toContain("SUMMARY:Weekly review: Guest checkout");
  });
});
