// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import type { Entry } from "../../../../shared/domain/entry";
import { defaultPolicy, type Policy } from "../../../../shared/domain/policy";
import { none, ok, unreadable, value } from "../../../../shared/domain/result";
import { noMembers } from "../../../../shared/domain/signers";
import type { PolicyView } from "../../../../shared/ui/gate/gate-port";
import { PolicySection } from "../../../../shared/ui/policy/policy-section";
import type { Pending } from "../../../../shared/ui/port";
import { aWorkItem } from "../../../domain/builders";
import { type FakePort, fakePort } from "../fake-port";
import { render, t } from "../render";

const base = { version: "v1", value: null };
const entryOf = (id: string, type: string): Entry => ({
  key: `ATL-${id}`,
  facts: {
    ...{ issue: aWorkItem({ id, type }), chain: { ancestors: [], end: "root" }, members: noMembers },
    ...{ evidence: [], glass: [] },
  },
});
const entries = [entryOf("1", "Story"), entryOf("2", "Story"), entryOf("3", "Spike")];

function host(over: Partial<PolicyView> = {}): FakePort & { own: (Policy | null)[] } {
  const own: (Policy | null)[] = [];
  const view: PolicyView = {
    ...{ project: none, base, holds: none, from: "default", isDropped: false, isLocked: false, changes: [] },
    ...over,
  };
  const sprint = { id: "2", name: "Sprint 2", isOpen: true, entries };
  const readAt = "2026-11-20T12:00:00.000Z";
  const port = fakePort({
    readPolicy: async () => ok(view),
    readSprints: async () => ok({ sprints: [sprint], isCut: false, readAt }),
    keepOwnPolicy: async (it) => void own.push(it),
  });
  return Object.assign(port, { own });
}
const held = (policy: Policy): Partial<PolicyView> => ({
  ...{ project: value(policy), holds: value(policy), from: "project" },
});
const section = (port: FakePort) => render(<PolicySection port={port} t={t} scope="ATL" />);
const check = async (page: Awaited<ReturnType<typeof section>>, label: string) =>
  page.click(
    page
      .all<HTMLLabelElement>("label")
      .find((it) => it.textContent === label)
      ?.querySelector("input") as HTMLElement,
  );

describe("the policy of a project", () => {
  it("shows which tickets it would keep out, as the person changes it", async () => {
    const page = await section(host());
    expect(page.text()).toContain("3 of the 3 tickets now in open sprints would stay out.");
    await page.type("But never these", "Spike, ");
    expect(page.text()).toContain("2 of the 3 tickets now in open sprints would stay out.");
    expect(page.all(".policy-preview li strong").map((it) => it.textContent)).toEqual(["ATL-1", "ATL-2"]);
    expect(page.field("But never these").value).toBe("Spike, ");
  });

  it("is saved whole, over what was seen, and says when it is there", async () => {
    const port = host(held({ ...defaultPolicy, exemptLanes: ["bug"] }));
    const page = await section(port);
    expect(page.button("Save for all of ATL").disabled).toBe(true);
    await check(page, "Keep out what is not signed off");
    await page.press("Save for all of ATL");
    const [write] = port.writes;
    expect(write).toMatchObject({ object: "ATL", kind: "policy", base, after: null });
    expect(write?.value).toEqual({ ...defaultPolicy, exemptLanes: ["bug"], mode: "block" });
    await page.act(() => port.settle(write?.id ?? ""));
    expect(page.text()).toContain("Saved in the tracker.");
  });

  it("needs at least one function", async () => {
    const page = await section(host());
    const boxes = page.all<HTMLInputElement>(".policy-function input[type=checkbox]");
    expect(boxes.map((it) => [it.checked, it.disabled])).toEqual([
      [true, true],
      [false, false],
      [false, false],
    ]);
  });

  it("says who may change it where this person may not", async () => {
    const port = host(held(defaultPolicy));
    const page = await section(port);
    const pending: Pending = {
      ...{ id: "w", object: "ATL", kind: "policy", state: "refused", mine: defaultPolicy },
      ...{ failure: { kind: "forbidden", message: "No." }, conflict: null, retryAt: null },
    };
    await page.act(async () => port.tell([pending]));
    expect(page.text()).toContain("only those who administer the project may");
    await page.press("Let it go");
    expect(port.discarded).toEqual(["w"]);
  });

  it("that somebody else changed meanwhile is chosen by the person", async () => {
    const port = host(held(defaultPolicy));
    const page = await section(port);
    const mine = { ...defaultPolicy, mode: "warn" };
    const pending: Pending = {
      ...{ id: "w", object: "ATL", kind: "policy", state: "conflict", mine },
      ...{ failure: null, conflict: { theirs: defaultPolicy, covered: null }, retryAt: null },
    };
    await page.act(async () => port.tell([pending]));
    expect([port.resolved, port.discarded]).toEqual([[], []]);
    await page.press("Set mine");
    expect(port.resolved).toEqual([{ id: "w", value: mine }]);
  });

  it("that cannot be read says so with what is wrong, and begins as one that watches", async () => {
    const broken = unreadable([{ line: 0, message: "mode: not one of these" }]);
    const page = await section(host({ project: broken, holds: broken, from: "project" }));
    expect(page.text()).toContain("Until it can, the gate only watches.");
    expect(page.text()).toContain("mode: not one of these");
    expect(page.button("Save for all of ATL").disabled).toBe(false);
  });

  it("is kept for one person alone where the tracker has none, and never where it has one", async () => {
    const port = host();
    const page = await section(port);
    await check(page, "Warn, and let in with a reason");
    await page.press("Keep for me alone");
    expect(port.own).toEqual([{ ...defaultPolicy, mode: "warn" }]);
    const other = await section(host(held(defaultPolicy)));
    await check(other, "Nothing");
    expect(other.all("button").map((it) => it.textContent)).not.toContain("Keep for me alone");
  });

  it("that a person keeps for themselves is given to everybody as it is", async () => {
    const mine: Policy = { ...defaultPolicy, mode: "warn" };
    const port = host({ holds: value(mine), from: "person" });
    const page = await section(port);
    await page.press("Save for all of ATL");
    expect(port.writes).toMatchObject([{ kind: "policy", value: mine, base }]);
  });

  it("that the company has locked can be read and not changed", async () => {
    const policy: Policy = { ...defaultPolicy, mode: "block" };
    const page = await section(host({ holds: value(policy), from: "company", isLocked: true }));
    expect(page.text()).toContain("Your company has locked the policy.");
    expect(page.all<HTMLFieldSetElement>("fieldset.policy-rules")[0]?.disabled).toBe(true);
    expect(page.button("Save for all of ATL").disabled).toBe(true);
  });

  it("tells who changed what", async () => {
    const at = (hour: number) => `2026-11-20T1${hour}:00:00.000Z`;
    const changes = [
      {
        at: at(2),
        by: ["Ana"],
        policy: { ...defaultPolicy, mode: "block" as const, withoutFacts: "block" as const },
      },
      { at: at(1), by: [], policy: { ...defaultPolicy, mode: "warn" as const } },
      { at: at(0), by: ["Raj"], policy: null },
    ];
    const page = await section(host({ ...held(defaultPolicy), changes }));
    const lines = page
      .all(".policy-versions li")
      .map((it) => it.textContent?.replace(/^.*?, (?=Ana|somebody|Raj)/, ""));
    expect(lines).toEqual([
      "Ana: What the gate does, Where the gate cannot learn enough",
      "somebody: first kept version. Warn, and let in with a reason",
      "Raj: a text that cannot be read",
    ]);
  });
});
