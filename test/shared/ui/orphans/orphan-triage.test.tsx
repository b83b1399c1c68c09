// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { err } from "../../../../shared/domain/result";
import { OrphanTriage } from "../../../../shared/ui/orphans/orphan-triage";
import { render, t } from "../render";
import { rememberingPort } from "./remembering-port";

type World = ReturnType<typeof rememberingPort>;
const pages: { leave(): Promise<void> }[] = [];
async function open({ port }: World, today = "2026-11-24") {
  const page = await render(<OrphanTriage port={port} t={t} today={today} />);
  pages.push(page);
  await rest();
  return page;
}
const rest = () => act(async () => void (await new Promise((done) => setTimeout(done, 20))));
async function key(name: string, target: EventTarget = document.body) {
  await act(async () => {
    target.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true }));
  });
  await rest();
}
const status = () => document.querySelector("[role=status]")?.textContent;
const title = () => document.querySelector("#triage-ticket")?.textContent;
function labelled(label: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(`[aria-label="${label}"]`);
  if (found === null) throw new Error(`nothing is called ${label}`);
  return found;
}

afterEach(async () => {
  for (const page of pages.splice(0)) await page.leave();
});

describe("orphans one at a time", () => {
  it("are shown with their reasons and why a bet is suggested", async () => {
    const page = await open(rememberingPort(2));
    expect(title()).toBe("ATL-0 Ticket 0");
    expect(page.text()).toContain("It belongs to no bet.");
    expect(page.text()).toContain("Shares the words: search");
    expect(page.text()).toContain("2 open");
  });

  it("come behind those that are listed when a page reads more, and nothing that was decided comes back", async () => {
    const world = rememberingPort(1);
    const page = await open(world);
    await key("3");
    expect(page.text()).toContain("0 open");
    await act(async () => world.learn("late"));
    await vi.waitFor(async () => {
      await rest();
      expect(title()).toBe("ATL-late Ticket late");
    });
    expect(page.text()).toContain("1 open");
    await key("u");
    expect(page.text()).toContain("2 open");
  });

  it.each([
    ["1", [], "Linked ATL-0 to Faster search.", { "t0 parent": "b1" }],
    ["2", ["2"], "Put ATL-0 in the lane bug.", { "t0 lane": "bug" }],
    ["3", [], "Deferred ATL-0 until 2026-12-01.", { "t0 deferral": "2026-12-01" }],
  ])("key %s decides and moves on", async (name, then, says, stands) => {
    const world = rememberingPort(2);
    await open(world);
    for (const it of [name, ...then]) await key(it);
    expect(status()).toBe(says);
    expect(title()).toBe("ATL-1 Ticket 1");
    expect(Object.fromEntries(world.standing)).toEqual(stands);
    await key("u");
    expect(title()).toBe("ATL-0 Ticket 0");
    expect([...world.standing.values()]).toEqual([null]);
    const [first, second] = world.asked;
    expect(second).toMatchObject({ after: first?.id, base: { version: "v1" } });
  });

  it("says where an undo meets somebody else's change, and a person chooses what stands", async () => {
    const world = rememberingPort(2);
    const chosen: unknown[] = [];
    world.port.resolve = async (id, value) => void chosen.push({ id, value });
    const page = await open(world);
    await key("1");
    world.host.holds = true;
    await key("u");
    const [, undo] = world.asked;
    if (undo === undefined) throw new Error("nothing was taken back");
    await act(async () => world.clash(undo.id, "b0"));
    expect(page.text()).toContain("ATL-0: somebody else set it to BET-0 Guest checkout meanwhile.");
    expect(page.text()).toContain("You wanted nothing.");
    await page.press("Set mine");
    expect(chosen).toEqual([{ id: undo.id, value: null }]);
    await page.press("Leave theirs");
    expect(page.text()).not.toContain("somebody else");
  });

  it("key 4 goes on, and no key acts where somebody writes", async () => {
    const world = rememberingPort(2);
    await open(world);
    await key("4");
    expect(title()).toBe("ATL-1 Ticket 1");
    await key("1", document.querySelector("input[type=search]") ?? document.body);
    expect(world.asked).toEqual([]);
  });

  it("show the share of each lane, and Escape leaves them", async () => {
    const page = await open(rememberingPort(2));
    await key("2");
    expect(page.text()).toContain("Takes 0% of the known tickets, of at most 20%");
    await key("Escape");
    expect(page.text()).not.toContain("of at most 20%");
  });

  it("are linked to a bet that was searched for", async () => {
    const world = rememberingPort(1);
    const page = await open(world);
    await page.type("Search all known bets", "guest");
    await page.click(labelled("Link to BET-0 Guest checkout"));
    await rest();
    expect(world.standing.get("t0 parent")).toBe("b0");
    expect(page.text()).toContain("No orphan is left");
  });

  it("are let go by undo where nothing was sent, several deep", async () => {
    const world = rememberingPort(3);
    world.host.holds = true;
    const page = await open(world);
    for (const it of ["1", "1", "u", "u"]) await key(it);
    await page.act(() => world.arrive());
    expect(world.asked).toHaveLength(2);
    expect(world.applied).toEqual([]);
    expect(title()).toBe("ATL-0 Ticket 0");
  });

  it("stay away until their day once deferred", async () => {
    const world = rememberingPort(2);
    const page = await open(world);
    await key("3");
    await page.leave();
    const again = await open(world);
    expect(title()).toBe("ATL-1 Ticket 1");
    await again.leave();
    await open(world, "2026-12-01");
    expect(title()).toBe("ATL-0 Ticket 0");
  });

  it("say why they could not be read, and are tried again", async () => {
    let mayNot = true;
    const world = rememberingPort(1);
    const { readFields } = world.port;
    world.port.readFields = async (objects, field) =>
      mayNot ? err({ kind: "forbidden", message: "not yours" }) : readFields(objects, field);
    const page = await open(world);
    await key("1");
    expect(page.text()).toContain("ATL-0 was not changed. What happened: not yours");
    mayNot = false;
    await page.press("Try again");
    await rest();
    expect(world.standing.get("t0 parent")).toBe("b1");
    expect(page.text()).not.toContain("was not changed");
  });

  it("say which one is not there any more, and the others are decided of", async () => {
    const world = rememberingPort(2);
    const { readFields } = world.port;
    world.port.readFields = async (objects, field) =>
      readFields(
        objects.filter((it) => it !== "t0"),
        field,
      );
    const page = await open(world);
    await key("1");
    await key("1");
    expect(page.text()).toContain("ATL-0 was not changed.");
    expect(world.standing.get("t1 parent")).toBe("b1");
  });

  it("that could not be read because the network is gone are tried again by themselves", async () => {
    let isOffline = true;
    const world = rememberingPort(1);
    const { readFields } = world.port;
    world.port.readFields = async (objects, field) =>
      isOffline ? err({ kind: "offline", message: "no network" }) : readFields(objects, field);
    const page = await open(world);
    await key("1");
    expect(page.text()).toContain("Plumbline tries again by itself. What happened: no network");
    isOffline = false;
    await vi.waitFor(
      async () => {
        await rest();
        expect(world.standing.get("t0 parent")).toBe("b1");
      },
      { timeout: 10_000 },
    );
    expect(page.text()).not.toContain("no network");
  });

  it("that could not be read are let go by undo, and never written", async () => {
    const world = rememberingPort(1);
    world.port.readFields = async () => err({ kind: "offline", message: "no network" });
    await open(world);
    await key("1");
    await key("u");
    expect(title()).toBe("ATL-0 Ticket 0");
    expect(world.asked).toEqual([]);
  });
});

describe("many orphans at once", () => {
  async function laneForAll(world: World) {
    const page = await open(world);
    await page.click(page.field("Select all 500"));
    await page.type("Lane", "upkeep");
    await page.press("Put 500 in the lane");
    for (let turn = 0; turn < 5; turn += 1) await rest();
    return page;
  }

  it("are read and kept in few batches, each once, with progress, and back", async () => {
    const world = rememberingPort(500);
    world.host.holds = true;
    const page = await laneForAll(world);
    expect(page.text()).toContain("0 of 500 done");
    await page.act(() => world.arrive(120));
    expect(page.text()).toContain("120 of 500 done");
    // Nothing is said to be done that is on its way.
    expect(page.text()).toContain("Putting 500 orphans in the lane upkeep…");
    expect(page.text()).not.toContain("Put 500 orphans in the lane upkeep.");
    await page.act(() => world.refuse("t499", "The lane cannot be set."));
    expect(page.text()).toContain("ATL-499 was not changed. What happened: The lane cannot be set.");
    await page.press("Try again");
    expect(world.host.retried.length).toBeGreaterThan(0);
    await page.act(() => world.arrive());
    expect(page.text()).toContain("500 of 500 done");
    expect(page.text()).toContain("Put 500 orphans in the lane upkeep.");
    expect(world.applied).toHaveLength(500);
    expect(new Set(world.asked.map(({ object }) => object)).size).toBe(500);
    expect(world.host.reads).toBe(10);
    expect(world.host.mostRead).toBe(50);
    expect(world.host.largest).toBe(50);
    world.host.holds = false;
    await key("u");
    await rest();
    expect(new Set(world.standing.values())).toEqual(new Set([null]));
    expect(page.text()).toContain("500 open");
  });

  it("go on where a closed panel left them, none applied twice, and can still be undone", async () => {
    const world = rememberingPort(500);
    const { write } = world.port;
    let batches = 0;
    // The panel dies in the middle: what it asks from then on never arrives.
    world.port.write = (writes) => {
      batches += 1;
      return batches > 2 ? new Promise(() => {}) : write(writes);
    };
    const page = await laneForAll(world);
    await page.leave();
    expect(world.applied).toHaveLength(100);
    const again = await open({ ...world, port: { ...world.port, write } });
    for (let turn = 0; turn < 5; turn += 1) await rest();
    expect(again.text()).toContain("500 of 500 done");
    expect(world.applied).toHaveLength(500);
    expect(new Set(world.asked.map(({ object }) => object)).size).toBe(500);
    await key("u");
    await rest();
    expect(new Set(world.standing.values())).toEqual(new Set([null]));
  });

  it("show how many still wait when the panel is opened again, and are undone from there", async () => {
    const world = rememberingPort(500);
    world.host.holds = true;
    const page = await laneForAll(world);
    await page.leave();
    world.arrive(200);
    const again = await open(world);
    expect(again.text()).toContain("200 of 500 done");
    expect(again.text()).toContain("0 open");
    await again.act(() => world.arrive());
    expect(again.text()).toContain("500 of 500 done");
    expect(world.applied).toHaveLength(500);
    await again.leave();
    world.host.holds = false;
    world.align(world.asked.map(({ object }) => object));
    const later = await open(world);
    expect(later.text()).toContain("Put 500 orphans in the lane upkeep.");
    expect(later.text()).not.toContain("of 500 done");
    await key("u");
    for (let turn = 0; turn < 5; turn += 1) await rest();
    expect(new Set(world.standing.values())).toEqual(new Set([null]));
    expect(world.applied).toHaveLength(1_000);
  });

  it("are listed again where somebody made them orphans since, though they can still be taken back", async () => {
    const world = rememberingPort(500);
    const page = await laneForAll(world);
    await page.leave();
    const again = await open(world);
    expect(again.text()).toContain("500 open");
    expect(again.text()).toContain("Put 500 orphans in the lane upkeep.");
  });

  it("go on being taken back where a closed panel left that, none twice", async () => {
    const world = rememberingPort(500);
    const page = await laneForAll(world);
    const { write } = world.port;
    let batches = 0;
    world.port.write = (writes) => {
      batches += 1;
      return batches > 3 ? new Promise(() => {}) : write(writes);
    };
    await key("u");
    await page.leave();
    expect(world.applied).toHaveLength(650);
    world.host.holds = true;
    const again = await open({ ...world, port: { ...world.port, write } });
    for (let turn = 0; turn < 5; turn += 1) await rest();
    expect(again.text()).toContain("Being taken back: Put 500 orphans in the lane upkeep.");
    expect(again.text()).toContain("150 of 500 done");
    await again.act(() => world.arrive());
    expect(again.text()).not.toContain("Being taken back");
    expect(new Set(world.standing.values())).toEqual(new Set([null]));
    expect(world.applied).toHaveLength(1_000);
  });

  it("can be taken back for half a day, and no longer", async () => {
    const world = rememberingPort(500);
    const page = await laneForAll(world);
    await page.leave();
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 12 * 60 * 60_000 });
    const later = await open(world);
    vi.useRealTimers();
    expect(later.text()).not.toContain("Put 500 orphans");
    await key("u");
    expect(world.applied).toHaveLength(500);
  });
});
