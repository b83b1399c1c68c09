import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  emptyTriage,
  openOrphans,
  type TriageEvent,
  type TriageState,
  triage,
} from "../../../../shared/ui/orphans/triage-state";

const order = ["a", "b", "c", "d", "e"];
const start = triage(emptyTriage, { kind: "listed", order });
const decided = (id: string, ...objects: string[]): TriageEvent => ({
  kind: "decided",
  act: {
    id,
    choice: { kind: "lane", value: "bug" },
    entries: objects.map((object) => ({ object, key: object, writeId: `${id}-${object}` })),
  },
});
const selected = (object: string, range = false, on = true): TriageEvent => ({
  kind: "selected",
  object,
  on,
  range,
});
const shown = (it: TriageState) => ({
  open: openOrphans(it).join(""),
  focus: it.focus,
  selected: [...it.selected].sort().join(""),
});

describe("triage", () => {
  it.each<[string, TriageEvent[], { open: string; focus: string | null; selected: string }]>([
    ["begins with the first", [], { open: "abcde", focus: "a", selected: "" }],
    ["moves on at once", [decided("1", "a")], { open: "bcde", focus: "b", selected: "" }],
    ["skips without deciding", [{ kind: "skipped" }], { open: "abcde", focus: "b", selected: "" }],
    [
      "comes round to what was skipped",
      [{ kind: "focused", object: "e" }, { kind: "skipped" }],
      { open: "abcde", focus: "a", selected: "" },
    ],
    [
      "begins again behind the last",
      [{ kind: "focused", object: "e" }, decided("1", "e")],
      { open: "abcd", focus: "a", selected: "" },
    ],
    ["is empty after the last", [decided("1", ...order)], { open: "", focus: null, selected: "" }],
    [
      "puts an orphan back in its place and in focus",
      [decided("1", "b"), { kind: "undone", id: "1" }],
      { open: "abcde", focus: "b", selected: "" },
    ],
    [
      "takes a decision once",
      [decided("1", "a"), decided("1", "a"), { kind: "undone", id: "1" }],
      { open: "abcde", focus: "a", selected: "" },
    ],
    [
      "selects a range in both directions",
      [selected("d"), selected("b", true)],
      { open: "abcde", focus: "a", selected: "bcd" },
    ],
    [
      "takes a range back",
      [{ kind: "selected-all", on: true }, selected("b", false, false), selected("d", true, false)],
      { open: "abcde", focus: "a", selected: "ae" },
    ],
    [
      "keeps nothing selected that was decided",
      [{ kind: "selected-all", on: true }, decided("1", "a", "c")],
      { open: "bde", focus: "b", selected: "bde" },
    ],
    [
      "keeps decisions and focus when the list is read again",
      [decided("1", "a"), { kind: "focused", object: "d" }, { kind: "listed", order: ["a", "d", "f"] }],
      { open: "df", focus: "d", selected: "" },
    ],
  ])("%s", (_, events, expected) => {
    expect(shown(events.reduce(triage, start))).toEqual(expected);
  });

  it("gives the start when everything is undone", () => {
    const step = fc.record({ undo: fc.boolean(), at: fc.nat(4), many: fc.integer({ min: 1, max: 3 }) });
    const undone = (state: TriageState) => triage(state, { kind: "undone", id: state.acts.at(-1)?.id ?? "" });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let state = start;
        steps.forEach(({ undo, at, many }, turn) => {
          const open = openOrphans(state);
          if (undo) state = undone(state);
          else if (open.length > 0)
            state = triage(state, decided(`${turn}`, ...open.slice(at % open.length).slice(0, many)));
          const left = openOrphans(state);
          expect(left.length === 0 ? state.focus === null : left.includes(state.focus ?? "")).toBe(true);
        });
        const first = state.acts[0]?.entries[0]?.object;
        while (state.acts.length > 0) state = undone(state);
        expect(openOrphans(state)).toEqual(order);
        if (first !== undefined) expect(state.focus).toBe(first);
      }),
    );
  });
});
