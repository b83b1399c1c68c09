// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import type { Aim } from "../../../../shared/domain/aim";
import { ok } from "../../../../shared/domain/result";
import { AimsSection } from "../../../../shared/ui/aims/aims-section";
import type { AimsNow, Pending } from "../../../../shared/ui/port";
import { type FakePort, fakePort } from "../fake-port";
import { render, t } from "../render";

const dispatch: Aim = { title: "Same-day dispatch", definitionOfDone: "95 % leave the same day" };
const bills: Aim = { title: "Freight bills right", definitionOfDone: null };
const base = { version: "v1", value: [dispatch, bills] };
const listed = (...aims: Aim[]): AimsNow => ({ aims: aims.map((it) => ({ ...it, url: null })), base });
const host = (now: AimsNow = listed(dispatch, bills)) => fakePort({ readAims: async () => ok(now) });
const section = (port: FakePort) => render(<AimsSection port={port} t={t} scope="ATL" />);
const pendingOf = (over: Partial<Pending>): Pending => ({
  ...{ id: "w1", object: "ATL", kind: "aims", state: "refused", mine: [bills] },
  ...{ failure: null, conflict: null, retryAt: null, ...over },
});

describe("the aims of a project", () => {
  it("are listed, and one is added after them", async () => {
    const port = host();
    const page = await section(port);
    expect(page.all("li strong").map((it) => it.textContent)).toEqual([dispatch.title, bills.title]);
    await page.press("Add an aim");
    await page.press("Save the aim");
    expect(port.writes).toEqual([]);
    expect(page.text()).toContain("Write the aim itself too.");
    await page.type("The outcome you want", "Live in a week");
    await page.press("Save the aim");
    const added = { title: "Live in a week", definitionOfDone: null };
    expect(port.writes).toEqual([
      {
        id: expect.any(String),
        object: "ATL",
        kind: "aims",
        value: [dispatch, bills, added],
        base,
        after: null,
      },
    ]);
  });

  it("are edited in their place, and said to be there once they are", async () => {
    const port = host();
    const page = await section(port);
    await page.click(
      page.all<HTMLButtonElement>('button[aria-label="Edit: Same-day dispatch"]')[0] as HTMLElement,
    );
    await page.type("Definition of done", "90 % leave");
    await page.press("Save the aim");
    expect(port.writes).toMatchObject([{ value: [{ ...dispatch, definitionOfDone: "90 % leave" }, bills] }]);
    await page.act(() => port.settle(port.writes[0]?.id ?? ""));
    expect(page.text()).toContain("The aims are in the tracker.");
  });

  it("say who can change them where this person may not, and what to do", async () => {
    const port = host();
    const page = await section(port);
    const failure = { kind: "forbidden", message: "You do not have permission to administer this project." };
    await page.act(async () => port.tell([pendingOf({ failure })]));
    expect(page.text()).toContain("Only who administers this project can change its aims.");
    await page.press(t("sheetDesk_discard"));
    expect(port.discarded).toEqual(["w1"]);
  });

  it("show both lists where somebody else changed them, and none is chosen beforehand", async () => {
    const port = host();
    const page = await section(port);
    const conflict = { theirs: [dispatch], covered: null };
    await page.act(async () => port.tell([pendingOf({ state: "conflict", conflict })]));
    expect(page.text()).toContain("Somebody else changed the aims meanwhile.");
    expect([port.resolved, port.discarded]).toEqual([[], []]);
    await page.press("Mine stand");
    expect(port.resolved).toEqual([{ id: "w1", value: [bills] }]);
  });

  it("that are the tracker's own are opened there and changed nowhere else", async () => {
    const opened: string[] = [];
    const now: AimsNow = { aims: [{ ...dispatch, url: "https://linear.app/i/1" }], base: null };
    const port = fakePort({ readAims: async () => ok(now), open: (url) => void opened.push(url) });
    const page = await section(port);
    expect(page.text()).toContain("They are initiatives of the tracker");
    expect(page.all("button").map((it) => it.textContent)).toEqual(["Open"]);
    await page.press("Open");
    expect(opened).toEqual(["https://linear.app/i/1"]);
  });

  it("that cannot be read say why", async () => {
    const page = await section(
      fakePort({ readAims: async () => ({ ok: false, error: { kind: "server", message: null } }) }),
    );
    expect(page.text()).toContain("The aims could not be read: The tracker has trouble of its own.");
  });
});
